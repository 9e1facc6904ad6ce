import { type Engine, isEngineError } from "../../../../engine";
import { ContainerScene } from "../../provider/resources/container/scene";
import { places, spelled } from "./places";

/** What an engine made of a path. */
export interface Told {
  readonly argument: string;
  readonly path: string;
  /** As its inspection has it; undefined where it refuses the path. */
  readonly told?: string;
}

export interface Recording {
  /** `28.5.2` */
  readonly engine: string;
  readonly paths: readonly Told[];
}

/** Writes each path at each place to this machine's engine. */
export async function record(): Promise<Recording> {
  const scene = await ContainerScene.open();
  try {
    const paths: Told[] = [];
    for (const { argument, body, told } of places) {
      for (const path of spelled) {
        const found = await inspected(scene.engine, `${scene.prefix}-${paths.length}`, {
          Image: scene.image,
          ...body(path),
        });
        paths.push({ argument, path, ...(found && { told: told(found) ?? "" }) });
      }
    }
    const { Version } = await scene.engine.system.version();
    return { engine: String(Version).split("+")[0]!, paths };
  } finally {
    await scene.close();
  }
}

async function inspected(engine: Engine, name: string, body: Parameters<Engine["containers"]["create"]>[1]) {
  try {
    const { Id } = await engine.containers.create(name, body);
    const found = await engine.containers.inspect(Id);
    await engine.containers.remove(Id, { force: true, volumes: true });
    return found;
  } catch (error) {
    if (isEngineError(error) && error.status !== undefined) return undefined;
    throw error;
  }
}
