import { EngineError } from "../../engine";
import { NONCE_LABEL } from "../../formats/labels";
import { DiagnosticError, type WithPrivateState } from "../schema";
import type { Services } from "./define";
import { keepNonce, nonceAmong } from "./nonce";

export interface Claim<T> {
  readonly type: string;
  readonly name: string;
  /** The object that holds the name: its labels tell whose it is. */
  find(): Promise<T | undefined>;
  labels(found: T): Record<string, string> | null | undefined;
  id(found: T): string | undefined;
  /** Asks the engine for the object, with these labels on it; a name in use is told by an EngineError. */
  create(ownership: Record<string, string>): Promise<T>;
  /** What becomes of an object that a killed run left: removed and made again, or, where it may hold data, adopted. */
  readonly orphan: { remove(found: T): Promise<void> } | "adopt";
  /**
   * What becomes of an object that state let go of with its engine's container, and that came back with a volume.
   * @default adopted where the configuration asks for the same as then, else as an orphan
   */
  readonly returned?: "as-orphan";
  /** Whether an object of this provider's was left on purpose when its resource was destroyed, to be taken up again. */
  isLeft?(found: T): boolean;
  /**
   * Puts these labels on an object that is taken over, in place of the nonce that it has: its former instance in state
   * then finds another one, and leaves it alone. @default - the object is taken over as it is
   */
  relabel?(found: T, ownership: Record<string, string>): Promise<T>;
  /** Whether the engine itself refuses a name in use. @default true */
  readonly refusesNameInUse?: boolean;
}

type Claiming = Pick<Services, "journal" | "engine" | "configDigest"> & WithPrivateState;

/**
 * Makes an object that has a name, exactly once: what is ours is known by the nonce in the journal, or was lost with
 * its engine's container and has come back; what is not is never touched.
 */
export async function claim<T>(call: Claiming, wanted: Claim<T>): Promise<T> {
  const found = wanted.refusesNameInUse === false ? await wanted.find() : undefined;
  if (found !== undefined) return takeOver(call, wanted, found);
  try {
    return await make(call, wanted);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "name-taken") throw error;
    const holder = await wanted.find();
    if (holder === undefined) throw error;
    return takeOver(call, wanted, holder);
  }
}

const make = <T>(call: Claiming, wanted: Claim<T>): Promise<T> =>
  noted(call, wanted, (ownership) => wanted.create(ownership));

/** Notes a nonce, then has the engine put it on the object. */
async function noted<T>(
  { journal, engine, privateState }: Claiming,
  { type, name }: Claim<T>,
  ask: (ownership: Record<string, string>) => Promise<T>,
): Promise<T> {
  const note = journal.open({ type, name, engine: engine.url });
  keepNonce(privateState, note.nonce);
  try {
    return await ask({ [NONCE_LABEL]: note.nonce });
  } catch (error) {
    // An answer says that nothing was made; without one the engine may have made it all the same.
    if (error instanceof EngineError && error.status !== undefined) journal.settle(note.nonce);
    throw error;
  }
}

async function takeOver<T>(call: Claiming, wanted: Claim<T>, holder: T): Promise<T> {
  const { journal, engine, configDigest, privateState } = call;
  const { type, name, orphan } = wanted;
  const nonce = nonceAmong(wanted.labels(holder));
  const id = wanted.id(holder);
  const lost = nonce !== undefined && id !== undefined && journal.lost.tryFind({ type, name, engine: engine.url, id });
  const isLeft = nonce !== undefined && (wanted.isLeft?.(holder) ?? false);
  if (!lost && !isLeft && !journal.orphan(nonce)) throw nameInUse(type, name, nonce !== undefined);
  if (orphan === "adopt" || (lost && lost.asked === configDigest && wanted.returned !== "as-orphan")) {
    if (wanted.relabel) return noted(call, wanted, (ownership) => wanted.relabel!(holder, ownership));
    keepNonce(privateState, nonce);
    return holder;
  }
  await orphan.remove(holder);
  journal.settle(nonce);
  return make(call, wanted);
}

function nameInUse(type: string, name: string, isOfThisProvider: boolean): DiagnosticError {
  const kind = type.replace(/^docker_/, "");
  return new DiagnosticError([
    {
      severity: "error",
      summary: `name in use: a ${kind} named "${name}" exists and was not made by this configuration`,
      detail: `It was left untouched. Choose another \`name\`, remove it (\`docker ${kind} rm ${name}\`), or bring it under Terraform with \`terraform import\`.${isOfThisProvider ? OWN : ""}`,
      path: ["name"],
    },
  ]);
}

/** With create_before_destroy the new one is asked for while the old one is there. */
const OWN =
  " Where it is the one that this configuration is about to replace: nothing of it can be changed while it has the name, so give the new one another `name`, or remove the old one first.";
