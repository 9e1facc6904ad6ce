import { EngineError } from "../engine";
import { DiagnosticError } from "../schema";
import type { Services } from "./define";
import type { Note } from "./journal";

/** On every object that this provider makes; never shown in state. */
export const NONCE_LABEL = "docker-stages.nonce";

export interface Claim<T> {
  readonly type: string;
  readonly name: string;
  /** The object that holds the name: its labels tell whose it is. */
  find(): Promise<T | undefined>;
  labels(found: T): Record<string, string> | null | undefined;
  /** Asks the engine for the object, with these labels on it; a name in use is told by an EngineError. */
  create(ownership: Record<string, string>): Promise<T>;
  /** What becomes of an object that a killed run left: removed and made again, or, where it may hold data, adopted. */
  readonly orphan: { remove(found: T): Promise<void> } | "adopt";
  /** Whether the engine itself refuses a name in use. @default true */
  readonly refusesNameInUse?: boolean;
}

/**
 * Makes an object that has a name, exactly once: what is ours is known by the nonce in the journal,
 * what is not is never touched.
 */
export async function claim<T>({ journal, engine }: Services, wanted: Claim<T>): Promise<T> {
  const found = wanted.refusesNameInUse === false ? await wanted.find() : undefined;
  if (found !== undefined) return takeOver(journal, wanted, found, () => make({ journal, engine }, wanted));
  try {
    return await make({ journal, engine }, wanted);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "name-taken") throw error;
    const holder = await wanted.find();
    if (holder === undefined) throw error;
    return takeOver(journal, wanted, holder, () => make({ journal, engine }, wanted));
  }
}

async function make<T>({ journal, engine }: Pick<Services, "journal" | "engine">, wanted: Claim<T>): Promise<T> {
  const note = journal.open({ type: wanted.type, name: wanted.name, engine: engine.url });
  try {
    return await wanted.create({ [NONCE_LABEL]: note.nonce });
  } catch (error) {
    // An answer says that nothing was made; without one the engine may have made it all the same.
    if (error instanceof EngineError && error.status !== undefined) journal.settle(note.nonce);
    throw error;
  }
}

async function takeOver<T>(
  journal: Services["journal"],
  wanted: Claim<T>,
  holder: T,
  makeAgain: () => Promise<T>,
): Promise<T> {
  const note: Note | undefined = journal.orphan(wanted.labels(holder)?.[NONCE_LABEL]);
  if (!note) throw nameInUse(wanted.type, wanted.name);
  if (wanted.orphan === "adopt") return holder;
  await wanted.orphan.remove(holder);
  journal.settle(note.nonce);
  return makeAgain();
}

function nameInUse(type: string, name: string): DiagnosticError {
  const kind = type.replace(/^docker_/, "");
  return new DiagnosticError([
    {
      severity: "error",
      summary: `name in use: a ${kind} named "${name}" exists and was not made by this configuration`,
      detail: `It was left untouched. Choose another \`name\`, remove it (\`docker ${kind} rm ${name}\`), or bring it under Terraform with \`terraform import\`.`,
      path: ["name"],
    },
  ]);
}
