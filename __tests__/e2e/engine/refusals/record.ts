import { type ImageStore, imageStoreOf, isEngineError } from "../../../../engine";
import { ContainerScene } from "../../provider/resources/container/scene";
import { startRegistry } from "../../provider/resources/image/registry-process";
import type { Ground } from "./provocation";
import { provocations } from "./provocations";

/** What an engine said to one provocation. */
export interface Refused {
  readonly name: string;
  readonly status: number;
  readonly kind: string | undefined;
  readonly words: string;
}

export interface Recording {
  /** `28.5.2`, and its image store. */
  readonly engine: string;
  readonly store: ImageStore;
  readonly refusals: readonly Refused[];
}

/** What differs from run to run, or tells of the machine, and what stands in its place. */
const masks: readonly (readonly [what: RegExp, inPlace: string])[] = [
  [/\b[0-9a-f]{64}\b/g, "0".repeat(64)],
  [/\b[0-9a-f]{12}\b/g, "0".repeat(12)],
  [/127\.0\.0\.1:\d{4,5}\b/g, "127.0.0.1:40000"],
  [/0\.0\.0\.0:\d{4,5}\b/g, "0.0.0.0:40000"],
  [/ on [\d.]+:53\b/g, " on 127.0.0.53:53"],
];

/** Provokes all refusals on this machine's engine. */
export async function record(): Promise<Recording> {
  const scene = await ContainerScene.open();
  const [open, locked] = await Promise.all([startRegistry(), startRegistry({ password: true })]);
  try {
    const ground: Ground = {
      engine: scene.engine,
      prefix: scene.prefix,
      image: scene.image,
      registries: { open, locked },
      container: async (name, body) =>
        (await scene.engine.containers.create(`${scene.prefix}-${name}`, { Image: scene.image, ...body })).Id,
    };
    const refusals: Refused[] = [];
    for (const { name, provoke } of provocations) {
      const thrown = await provoke(ground).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (!isEngineError(thrown)) throw new Error(`${name} was not refused`, { cause: thrown });
      const words = masks.reduce(
        (text, [what, inPlace]) => text.replace(what, inPlace),
        (thrown.engineMessage ?? "").replaceAll(scene.prefix, "t"),
      );
      refusals.push({ name, status: thrown.status ?? 0, kind: thrown.object?.kind, words });
    }
    const { Version } = await scene.engine.system.version();
    return { engine: String(Version).split("+")[0]!, store: await imageStoreOf(scene.engine), refusals };
  } finally {
    await Promise.all([open.stop(), locked.stop()]);
    await scene.close();
  }
}
