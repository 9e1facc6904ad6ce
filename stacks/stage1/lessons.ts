import { addAbortSignal, type Duplex } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { STAGE_LABEL } from "../../formats/labels";
import { type Text, verbatim } from "../../languages/text";
import type { Lesson, LiveStage } from "../lesson";
import { seen } from "../seen";

const writer = "stage1-isolation-writer";
const reader = "stage1-isolation-reader";
const file = "/hello.txt";

/** What Alpine's `ls -l` in `/` shows at least. */
const directories = ["bin", "dev", "etc", "home", "lib", "proc", "root", "sbin", "sys", "tmp", "usr", "var"];

export const lessons: readonly Lesson[] = [
  {
    teaches: {
      en: 'hello-world ran and said "Hello from Docker!"',
      es: 'hello-world se ejecutó y dijo "Hello from Docker!"',
    },
    step: "hello_world",
    check: async (stage) => {
      const { exitCode, output } = await outcome(stage, "stage1-hello-world");
      return exitCode === 0 && output.includes("Hello from Docker!") ? undefined : seen.outcome(exitCode, output);
    },
  },
  {
    teaches: {
      en: "`ls -l` in an Alpine container listed the directories of its image, and the container ended",
      es: "`ls -l` en un contenedor de Alpine listó los directorios de su imagen, y el contenedor terminó",
    },
    step: "alpine_ls",
    check: async (stage) => {
      const { exitCode, output } = await outcome(stage, "stage1-alpine-ls");
      const lines = output.split("\n").map((line) => line.trimEnd());
      const missing = directories.filter(
        (name) => !lines.some((line) => line.startsWith("d") && line.endsWith(` ${name}`)),
      );
      return exitCode === 0 && missing.length === 0 ? undefined : seen.missing(missing, seen.outcome(exitCode, output));
    },
  },
  {
    teaches: {
      en: "`/bin/sh` without a terminal ended at once with exit code 0 and printed nothing",
      es: "`/bin/sh` sin terminal terminó enseguida con código de salida 0 y no imprimió nada",
    },
    step: "alpine_sh",
    check: async (stage) => {
      const { exitCode, output } = await outcome(stage, "stage1-alpine-sh");
      return exitCode === 0 && output === "" ? undefined : seen.outcome(exitCode, output);
    },
  },
  {
    teaches: {
      en: "`/bin/sh` with -it stays up, and its prompt can be attached to",
      es: "`/bin/sh` con -it sigue en marcha, y te puedes conectar a su prompt",
    },
    step: "alpine_interactive",
    check: async ({ engine, name }) => {
      const container = name("stage1-alpine-interactive");
      const { State, Config } = await engine.containers.inspect(container);
      if (!State.Running) return seen.status(String(State.Status));
      if (!Config.Tty || !Config.OpenStdin) return seen.noTerminal();
      const terminal = await engine.containers.attach(container, { stdin: true });
      // A terminal that changes its size makes the shell draw its prompt again, as `docker attach` has it do.
      for (const width of [81, 80]) await engine.containers.resize(container, { height: 24, width });
      return untilPrompt(terminal);
    },
  },
  {
    teaches: {
      en: `a file that was written in one container is in that container (${file})`,
      es: `un archivo que se escribió en un contenedor está en ese contenedor (${file})`,
    },
    step: "isolation_ls",
    check: (stage) => hasFile(stage),
  },
  {
    teaches: {
      en: "it is still there after the container was stopped and started again",
      es: "sigue ahí después de detener el contenedor y arrancarlo otra vez",
    },
    step: "stop_and_start",
    check: async (stage) => {
      const container = stage.name(writer);
      await stage.engine.containers.stop(container, { timeout: 0 });
      await stage.engine.containers.start(container);
      return hasFile(stage);
    },
  },
  {
    teaches: {
      en: "another container of the same image does not have it",
      es: "otro contenedor de la misma imagen no lo tiene",
    },
    step: "isolation_reader",
    check: async ({ engine, name }) => {
      const [one, other] = await Promise.all([writer, reader].map((each) => engine.containers.inspect(name(each))));
      if (one!.Image !== other!.Image) return seen.otherImages(String(one!.Image), String(other!.Image));
      const { output } = await engine.containers.logs(name(reader));
      const changes = await engine.containers.changes(name(reader));
      const has = output.includes("hello.txt") || changes.some(({ Path }) => Path === file);
      return has ? seen.hasFile(file) : undefined;
    },
  },
  {
    teaches: {
      en: "`container ls` shows those that run, `container ls -a` those that have ended too",
      es: "`container ls` muestra los que están en marcha, `container ls -a` también los que han terminado",
    },
    step: "container_ls_all",
    check: async ({ engine, name }) => {
      const filters = { label: `${STAGE_LABEL}=${name("stage1")}` };
      const [running, all] = await Promise.all([
        engine.containers.list({ filters }),
        engine.containers.list({ filters, all: true }),
      ]);
      return running.length === 2 && all.length === 6 ? undefined : seen.running(running.length, all.length);
    },
  },
];

async function outcome({ engine, name }: LiveStage, container: string) {
  const { State } = await engine.containers.inspect(name(container));
  const { output } = await engine.containers.logs(name(container));
  return { exitCode: State.ExitCode, output };
}

/** Reads what a terminal shows until a prompt stands there. */
async function untilPrompt(terminal: Duplex): Promise<Text | undefined> {
  let shown = "";
  const signal = AbortSignal.timeout(5000);
  try {
    for await (const chunk of addAbortSignal(signal, terminal)) {
      shown += chunk;
      if (/# $/.test(stripVTControlCharacters(shown))) return undefined;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    terminal.destroy();
  }
  return seen.shows(JSON.stringify(shown));
}

async function hasFile({ engine, name }: LiveStage): Promise<Text | undefined> {
  const { exitCode, output } = await engine.exec.run(name(writer), { cmd: ["cat", file] });
  return exitCode === 0 ? undefined : verbatim(output.trim());
}
