import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processStart } from "../../temporary";
import { LostObjects } from "./lost-objects";

/** Within the journal's folder: what state let go of. */
export const LOST_FOLDER = "lost";

/** What is noted before an object is made, so that one whose maker was killed is known again. */
export interface Note {
  readonly type: string;
  readonly name: string;
  /** Put on the object as a label, where its kind has labels. */
  readonly nonce: string;
  /** Address of the engine that was asked to make it. */
  readonly engine: string;
  /** Id of the image that had the name before, where names are all that tells. */
  readonly before?: string;
  /** Id of the image that is given the name. */
  readonly image?: string;
  /** The process that wrote the note, and when it started: while it lives, the object is no orphan. */
  readonly pid: number;
  readonly started: string;
}

/**
 * The notes of what is being made, one file each in a folder of Terraform's working folder, which outlives a killed run.
 * A note goes when the object has been seen in state, or is gone.
 */
export class Journal {
  private readonly notes = new Map<string, Note>();
  private loaded = false;
  readonly lost: LostObjects;

  /** @param folder made when the first note is written */
  constructor(private readonly folder: string) {
    this.lost = new LostObjects(join(folder, LOST_FOLDER));
  }

  /** Notes that an object is about to be made. */
  open(what: Pick<Note, "name" | "engine" | "before" | "image"> & { readonly type: string }): Note {
    const nonce = randomBytes(12).toString("hex");
    const note: Note = { ...what, nonce, pid: process.pid, started: processStart(process.pid) ?? "" };
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const partial = join(this.folder, `${nonce}.${note.pid}-${note.started}`);
    writeFileSync(partial, `${JSON.stringify(note)}\n`, { mode: 0o600, flag: "wx" });
    renameSync(partial, this.file(nonce));
    this.load().set(nonce, note);
    return note;
  }

  /** The object is known to the state, or gone: the note has served. */
  settle(nonce: string | undefined): void {
    if (nonce === undefined || !this.load().delete(nonce)) return;
    rmSync(this.file(nonce), { force: true });
  }

  /** Settles every note of objects that carry no nonce (images). */
  settleNamed(what: Pick<Note, "type" | "name" | "engine">): void {
    for (const note of this.named(what)) this.settle(note.nonce);
  }

  /** The note of an object that a killed run left behind; undefined for any other object. */
  orphan(nonce: string | undefined): Note | undefined {
    const note = nonce === undefined ? undefined : this.load().get(nonce);
    return note && !isWriterAlive(note) ? note : undefined;
  }

  /** Whether a killed run was about to make an object of that name. */
  hasOrphanNamed(what: Pick<Note, "type" | "name" | "engine">): boolean {
    return this.orphansNamed(what).length > 0;
  }

  /** The notes of killed runs that were about to make an object of that name. */
  orphansNamed(what: Pick<Note, "type" | "name" | "engine">): Note[] {
    return this.named(what).filter((note) => !isWriterAlive(note));
  }

  /** Every note that is still open. */
  all(): Note[] {
    return [...this.load().values()];
  }

  private named({ type, name, engine }: Pick<Note, "type" | "name" | "engine">): Note[] {
    return this.all().filter((note) => note.type === type && note.name === name && note.engine === engine);
  }

  private load(): Map<string, Note> {
    if (this.loaded || !existsSync(this.folder)) return this.notes;
    for (const file of readdirSync(this.folder)) {
      if (isCutShort(file)) rmSync(join(this.folder, file), { force: true });
      const note = file.endsWith(".json") && tryRead(join(this.folder, file));
      if (note) this.notes.set(note.nonce, note);
    }
    this.loaded = true;
    return this.notes;
  }

  private file(nonce: string): string {
    return join(this.folder, `${nonce}.json`);
  }
}

/**
 * Whether a file is a note whose writer was killed while it wrote: of an object that was never asked for, since the
 * engine is called once the note is whole.
 */
function isCutShort(file: string): boolean {
  const [found, pid, started] = /^\w+\.(\d+)-(\d*)$/.exec(file) ?? [];
  return found !== undefined && processStart(Number(pid)) !== started;
}

/** Undefined for what is no note of this version. */
function tryRead(file: string): Note | undefined {
  try {
    const note = JSON.parse(readFileSync(file, "utf8")) as Partial<Note>;
    return typeof note.nonce === "string" && typeof note.type === "string" ? (note as Note) : undefined;
  } catch {
    return undefined;
  }
}

const isWriterAlive = (note: Note): boolean => processStart(note.pid) === note.started;
