import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Engine, isEngineError } from "../engine";
import { JOURNAL_FOLDER } from "../formats/journal-folder";
import { NONCE_LABEL } from "../formats/labels";
import type { Leftover, Note } from "../provider";
import { processStart } from "../temporary";
import type { Stage } from "./stages";
import { removeOnceFree } from "./sweep/remove";
import { say } from "./terminal";
import { stageFolder } from "./terraform/stage-folder";
import { leftovers as words } from "./words/machine";
import { told } from "./words/told";

/** Loaded where something was left: it takes half a second. */
const provider = () => require("../provider") as typeof import("../provider");

/** Where the provider notes what it is about to make: in the folder that Terraform runs in. */
const journalOf = (stage: Stage) => join(stageFolder(stage), JOURNAL_FOLDER);

/**
 * Removes what a killed run of a stage made and no state knows, the last made first. To be called when the stage's
 * state is empty: what went with a node is forgotten then.
 *
 * @param open the engine at an address, the sweep's own to close
 * @returns whether every note of a killed run has served; one that has not stays, and that is said
 */
export async function sweep(stage: Stage, open: (url: string) => Engine, folder = journalOf(stage)): Promise<boolean> {
  let isClean = true;
  if (!existsSync(folder)) return isClean;
  for (const file of lastFirst(filesIn(folder))) {
    const note = tryReadNote(file);
    if (note && processStart(note.pid) === note.started) continue;
    if (note && !(await sweepNote(note, open))) isClean = false;
    else rmSync(file, { force: true });
  }
  rmSync(join(folder, provider().LOST_FOLDER), { recursive: true, force: true });
  return isClean;
}

/** Whether anything of the stage may have been left by a killed run. */
export const hasNotes = (stage: Stage): boolean => filesIn(journalOf(stage)).length > 0;

const filesIn = (folder: string) =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));

/** An image is made before the container that uses it. */
const lastFirst = (files: readonly string[]): string[] =>
  files
    .map((file) => ({ file, written: statSync(file).mtimeMs }))
    .sort((a, b) => b.written - a.written)
    .map(({ file }) => file);

/** Whether the note has served. */
async function sweepNote(note: Note, open: (url: string) => Engine): Promise<boolean> {
  const leftover = provider().tryLeftover(note.type);
  if (leftover === undefined) {
    say(words.unknownType(`${note.type} ${note.name}`));
    return false;
  }
  if ("nothing" in leftover) return true;
  const engine = open(note.engine);
  try {
    await removeLeft(leftover, note, engine);
    return true;
  } catch (error) {
    // The engine was in a container that is gone, and all that was in it with it.
    if (isEngineError(error, "container-absent")) return true;
    if (!isEngineError(error)) throw error;
    say(words.mayBeLeft(`${note.type} ${note.name}`, note.engine, told(error.message)));
    return false;
  } finally {
    engine.close();
  }
}

async function removeLeft(leftover: Leftover, note: Note, engine: Engine): Promise<void> {
  if ("removeNamed" in leftover) {
    if (await removedUnlessInUse(leftover.removeNamed(engine, note)))
      say(words.removingLeft(words.object(leftover.kind, note.name)));
    return;
  }
  for (const { id, name } of await leftover.find(engine, `${NONCE_LABEL}=${note.nonce}`)) {
    say(words.removingLeft(words.object(leftover.kind, name)));
    await removeOnceFree(leftover, engine, id);
  }
}

/** What is used by its name is somebody's by now. */
async function removedUnlessInUse(removal: Promise<boolean>): Promise<boolean> {
  try {
    return await removal;
  } catch (error) {
    if (!isEngineError(error, "in-use", "conflict")) throw error;
    return false;
  }
}

/** A note that was cut short is of nothing: the engine is called once it is written. */
function tryReadNote(file: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Note;
  } catch {
    return undefined;
  }
}
