import type { Lesson, LiveStage } from "../lesson";
import { seen } from "../seen";

/** The word "hello" as figlet draws it begins with this line. */
const BANNER = " _          _ _       ";

export const lessons: readonly Lesson[] = [
  {
    teaches: {
      en: "figlet, installed in a container by hand, is in the image that was committed of it",
      es: "figlet, instalado a mano en un contenedor, está en la imagen que se hizo de él con commit",
    },
    step: "ourfiglet",
    check: async (stage) => {
      const { exitCode, output } = await outcome(stage, "stage2-ourfiglet");
      return exitCode === 0 && output.includes(BANNER.trimEnd()) ? undefined : seen.outcome(exitCode, output);
    },
  },
  {
    teaches: {
      en: "the image that it was made of does not have it: exit code 127",
      es: "la imagen de la que se creó no lo tiene: código de salida 127",
    },
    step: "ubuntu_figlet",
    check: async ({ engine, name }) => {
      const { State } = await engine.containers.inspect(name("stage2-ubuntu-figlet"));
      const isTold = /figlet/.test(State.Error ?? "");
      return State.ExitCode === 127 && isTold ? undefined : seen.outcome(State.ExitCode, State.Error ?? "");
    },
  },
  {
    teaches: {
      en: "what the container changed is a layer more than the image has that it was made of",
      es: "lo que cambió el contenedor es una capa más de las que tiene la imagen de la que se creó",
    },
    step: "commit",
    check: async (stage) => {
      const [ubuntu, committed] = await Promise.all([layers(stage, "ubuntu"), layers(stage, stage.name("ourfiglet"))]);
      return isOnTopOf(committed, ubuntu, 1) ? undefined : seen.layers(committed.length, ubuntu.length);
    },
  },
  {
    teaches: {
      en: "a Dockerfile makes the same: figlet is in ourfiglet:dockerfile",
      es: "un Dockerfile hace lo mismo: figlet está en ourfiglet:dockerfile",
    },
    step: "figlet_build",
    check: async (stage) => {
      const [ubuntu, built] = await Promise.all([
        layers(stage, "ubuntu"),
        layers(stage, stage.name("ourfiglet:dockerfile")),
      ]);
      return isOnTopOf(built, ubuntu, 2) ? undefined : seen.layers(built.length, ubuntu.length);
    },
  },
  ...(
    [
      ["v0.1", "run_v1"],
      ["v0.2", "run_v2"],
    ] as const
  ).map(
    ([version, step]): Lesson => ({
      teaches: {
        en: `hello:${version} says hello from its container`,
        es: `hello:${version} saluda desde su contenedor`,
      },
      step,
      check: async (stage) => {
        const container = stage.name(`stage2-hello-${version}`);
        const { Id } = await stage.engine.containers.inspect(container);
        const { exitCode, output } = await outcome(stage, `stage2-hello-${version}`);
        const says =
          output.includes(`hello from ${Id.slice(0, 12)}`) && output.includes("v0.2") === (version === "v0.2");
        return exitCode === 0 && says ? undefined : seen.outcome(exitCode, output);
      },
    }),
  ),
  {
    teaches: {
      en: "v0.2 shares with v0.1 every layer but that of the changed index.js: Alpine's own, Node.js, and the empty one of WORKDIR",
      es: "v0.2 comparte con v0.1 todas las capas menos la del index.js cambiado: la de Alpine, la de Node.js y la vacía de WORKDIR",
    },
    step: "layers_shared",
    check: async (stage) => {
      const [alpine, one, two] = await Promise.all(
        ["alpine", stage.name("hello:v0.1"), stage.name("hello:v0.2")].map((image) => layers(stage, image)),
      );
      const shared = one!.filter((layer, i) => two![i] === layer).length;
      const copied = alpine!.length + 1;
      const isSo = isOnTopOf(one!, alpine!, 3) && one!.slice(0, copied).join() === two!.slice(0, copied).join();
      const isEmptyShared = one![copied + 1] === two![copied + 1];
      return isSo && one![copied] !== two![copied] && isEmptyShared
        ? undefined
        : seen.sharedLayers(shared, one!.length);
    },
  },
];

async function outcome({ engine, name }: LiveStage, container: string) {
  const { State } = await engine.containers.inspect(name(container));
  const { output } = await engine.containers.logs(name(container));
  return { exitCode: State.ExitCode, output };
}

const layers = async ({ engine }: LiveStage, image: string): Promise<string[]> =>
  (await engine.images.inspect(image)).RootFS.Layers ?? [];

const isOnTopOf = (image: readonly string[], base: readonly string[], more: number): boolean =>
  image.length === base.length + more && base.every((layer, i) => image[i] === layer);
