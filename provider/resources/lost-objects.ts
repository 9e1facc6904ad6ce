import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** An object that state lets go of while it may still be there. */
export interface LostObject {
  readonly type: string;
  readonly name: string;
  /** Address of that engine. */
  readonly engine: string;
  /** What tells it from another of its name: the engine's id, or for a volume, which has none, its nonce. */
  readonly id: string;
  /** What its configuration asked for: see `askedFor`. */
  readonly asked: string;
  /** Of a name of an image: the one that had it before. */
  readonly before?: string | undefined;
}

type Named = Pick<LostObject, "type" | "name" | "engine">;

/**
 * Objects that state lets go of while they may still be there: those that went with the container of their engine,
 * which a volume may bring back, and those whose removal is planned, which a failed run may have left behind. They are
 * no stranger's. A file each, in a folder of Terraform's working folder.
 */
export class LostObjects {
  private objects: Map<string, LostObject> | undefined;
  /** Who had the names before that this process has taken from an object. */
  private readonly formers = new Map<string, string>();

  /** @param folder made when the first object is lost */
  constructor(private readonly folder: string) {}

  /** Remembers the object. */
  add(lost: LostObject): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(this.file(lost), `${JSON.stringify(lost)}\n`, { mode: 0o600 });
    this.load().set(keyOf(lost), lost);
  }

  /** That object, where it was lost. */
  tryFind(found: Omit<LostObject, "asked" | "before">): LostObject | undefined {
    const lost = this.load().get(keyOf(found));
    return lost?.id === found.id ? lost : undefined;
  }

  /** Whether that one had the name before the object that was lost: it has it back. */
  hasBack(found: Omit<LostObject, "asked" | "before">): boolean {
    const key = keyOf(found);
    return (this.load().get(key)?.before ?? this.formers.get(key)) === found.id;
  }

  /** The object is in state again, or gone. @param id only where it is that one @default - whichever it is */
  settle(named: Named, id?: string): void {
    const lost = this.load().get(keyOf(named));
    if (id !== undefined && lost?.id !== id) return;
    if (lost?.before !== undefined) this.formers.set(keyOf(named), lost.before);
    if (this.load().delete(keyOf(named))) rmSync(this.file(named), { force: true });
  }

  private load(): Map<string, LostObject> {
    if (this.objects) return this.objects;
    this.objects = new Map();
    if (!existsSync(this.folder)) return this.objects;
    for (const file of readdirSync(this.folder)) {
      const lost = tryRead(join(this.folder, file));
      if (lost) this.objects.set(keyOf(lost), lost);
    }
    return this.objects;
  }

  private file(named: Named): string {
    return join(this.folder, `${createHash("sha256").update(keyOf(named)).digest("hex")}.json`);
  }
}

const keyOf = ({ type, name, engine }: Named): string => JSON.stringify([type, name, engine]);

/** A file that was cut short tells of nothing: the name is then in use, as a stranger's is. */
function tryRead(file: string): LostObject | undefined {
  try {
    const { type, name, engine, id, asked, before } = JSON.parse(readFileSync(file, "utf8")) as LostObject;
    return [type, name, engine, id, asked, before ?? ""].every((text) => typeof text === "string")
      ? { type, name, engine, id, asked, ...(before !== undefined && { before }) }
      : undefined;
  } catch {
    return undefined;
  }
}
