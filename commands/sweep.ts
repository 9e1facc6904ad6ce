import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { own } from "../foreign/own";
import { type Engine, type Filters, isEngineError } from "../provider/engine";
import { LOST_FOLDER, type Note } from "../provider/resources/journal";
import { processStart } from "../provider/resources/process-start";
import { checkout } from "./checkout";
import type { Stage } from "./stages";
import { say } from "./terminal";

/** Where the provider notes what it is about to make: in the folder that Terraform runs in. */
const journalOf = (stage: Stage) => join(checkout, "cdktf.out/stacks", stage, ".docker-stages-journal");

/** Objects of one kind that carry a label. */
interface Kind {
  readonly name: string;
  find(engine: Engine, filters: Filters): Promise<readonly string[]>;
  remove(engine: Engine, id: string): Promise<unknown>;
}

/** What a note can be of, by the resource's type. Images carry no label of ours: see `sweepImage`. */
const kinds: Readonly<Record<string, Kind>> = {
  docker_container: {
    name: "container",
    find: async ({ containers }, filters) => (await containers.list({ all: true, filters })).map(({ Id }) => Id),
    remove: ({ containers }, id) => containers.tryRemove(id, { force: true, volumes: true }),
  },
  docker_network: {
    name: "network",
    find: async ({ networks }, filters) => (await networks.list({ filters })).map(({ Id }) => Id),
    remove: ({ networks }, id) => networks.tryRemove(id),
  },
  docker_volume: {
    name: "volume",
    find: async ({ volumes }, filters) => (await volumes.list({ filters })).map(({ Name }) => Name),
    remove: ({ volumes }, id) => volumes.tryRemove(id),
  },
  docker_swarm: {
    name: "swarm",
    find: async ({ swarm }, filters) => {
      const found = await swarm.tryInspect();
      const labels = Object.entries(found?.Spec.Labels ?? {}).map(([label, value]) => `${label}=${value}`);
      return found && labels.includes(`${filters["label"]}`) ? [found.ID] : [];
    },
    remove: ({ swarm }) => swarm.leave({ force: true }),
  },
  docker_service: {
    name: "service",
    find: async ({ services }, filters) => (await services.list({ filters })).map(({ ID }) => ID),
    remove: ({ services }, id) => services.tryRemove(id),
  },
  docker_secret: {
    name: "secret",
    find: async ({ secrets }, filters) => (await secrets.list({ filters })).map(({ ID }) => ID),
    remove: ({ secrets }, id) => secrets.tryRemove(id),
  },
  docker_config: {
    name: "config",
    find: async ({ configs }, filters) => (await configs.list({ filters })).map(({ ID }) => ID),
    remove: ({ configs }, id) => configs.tryRemove(id),
  },
};

/**
 * Removes what a killed run of a stage made and no state knows: each object that still carries the nonce of a note in
 * the stage's journal. To be called when the stage's state is empty: what went with a node is forgotten then.
 *
 * @param open the engine at an address, the sweep's own to close
 */
export async function sweep(stage: Stage, open: (url: string) => Engine, folder = journalOf(stage)): Promise<void> {
  for (const file of filesIn(folder)) {
    const note = tryReadNote(file);
    if (note && processStart(note.pid) === note.started) continue;
    if (note && !(await sweepNote(note, open))) continue;
    rmSync(file, { force: true });
  }
  rmSync(join(folder, LOST_FOLDER), { recursive: true, force: true });
}

/** Whether anything of the stage may have been left by a killed run. */
export const hasNotes = (stage: Stage): boolean => filesIn(journalOf(stage)).length > 0;

const filesIn = (folder: string) =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));

/** Whether the note has served. */
async function sweepNote(note: Note, open: (url: string) => Engine): Promise<boolean> {
  const engine = open(note.engine);
  try {
    if (note.type === "docker_image") return await sweepImage(engine, note);
    const kind = own(kinds, note.type);
    if (!kind) return false;
    const filters = { label: `docker-stages.nonce=${note.nonce}` };
    for (const id of await kind.find(engine, filters)) {
      say(`removing ${kind.name} ${note.name}, which an interrupted run left behind`);
      await kind.remove(engine, id);
    }
    return true;
  } catch (error) {
    // The engine was in a container that is gone, and all that was in it with it.
    if (isEngineError(error, "container-absent")) return true;
    if (!isEngineError(error)) throw error;
    say(`${note.type} ${note.name} of an interrupted run may be left at ${note.engine}: ${error.message}`);
    return false;
  } finally {
    engine.close();
  }
}

/** The note says that the image was absent before: unless it is in use by now, it goes. */
async function sweepImage(engine: Engine, note: Note): Promise<boolean> {
  try {
    if (await engine.images.tryRemove(note.name)) say(`removing image ${note.name}, which an interrupted run pulled`);
  } catch (error) {
    if (!isEngineError(error, "in-use", "conflict")) throw error;
  }
  return true;
}

/** A note that was cut short is of nothing: the engine is called once it is written. */
function tryReadNote(file: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Note;
  } catch {
    return undefined;
  }
}
