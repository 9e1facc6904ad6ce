import { type Engine, type ImageInspect, isEngineError } from "../../../engine";
import type { Call, WithPrivateState } from "../../schema";
import type { DockerCall, Services } from "../define";
import { repositoryAndTag } from "./name";

/*
 * A name that a resource gives to an image may be another image's before. It is taken from that one, which is said at
 * plan, and given back to it when the resource is destroyed.
 */

/** Under these the private state keeps, by name, the image that the resource gave it to, and the one that had it before. */
const given = (name: string) => `given:${name}`;
const previous = (name: string) => `previous:${name}`;

/** A name of an image, and the type of the resource that gives it. */
export interface GivenName {
  readonly type: string;
  readonly name: string;
  /** Whether a killed run may have given it. @default false */
  readonly isOrphan?: boolean;
  /** Name or id of the image that is to have it, where that is known at plan. */
  readonly source?: string | undefined;
}

type Planning = Call & WithPrivateState & { readonly services: Services | undefined };

/**
 * Says at plan that a name is another image's. Where the resource comes in the place of one that gave the name, that is
 * noted instead: with create_before_destroy the image that has it is no stranger's.
 */
export async function planGivenName(
  { services, privateState, warn, signal }: Planning,
  { type, name, isOrphan = false, source }: GivenName,
): Promise<void> {
  if (!services) return;
  const { engine, journal } = services;
  const mine = { type, name, engine: engine.url };
  const own = privateState.tryGet(given(name));
  if (own !== undefined)
    return journal.lost.add({ ...mine, id: own, asked: "", before: privateState.tryGet(previous(name)) });
  const found = await tryInspectAtPlan(engine, name, signal);
  if (!found || isOrphan) return;
  const seen = { ...mine, id: found.Id };
  // Between a destroy and the create in its place Terraform plans once more.
  if (journal.lost.tryFind(seen) || journal.lost.hasBack(seen)) return;
  if (source !== undefined && (await tryInspectAtPlan(engine, source, signal))?.Id === found.Id) return;
  warn(
    `the name "${name}" is taken from another image`,
    `It is image ${found.Id} on ${engine.url}. An apply gives the name to the image of this resource, and destroying the resource gives it back; choose another name to leave it where it is.`,
  );
}

/** Where the engine does not answer at plan, nothing is known of its images. */
export async function tryInspectAtPlan(engine: Engine, name: string, signal: AbortSignal) {
  try {
    return await engine.images.tryInspect(name, { signal });
  } catch (error) {
    if (isEngineError(error)) return undefined;
    throw error;
  }
}

type Taking = Pick<DockerCall, "engine" | "journal" | "signal" | "warn"> & WithPrivateState;

/**
 * Remembers who had the name before it was given to an image, and says so where the engine has not kept that one.
 *
 * @param before the image that had it
 * @param id of the image that it was given to
 * @returns whether the resource in whose place this one comes had given it
 */
export async function keepGivenName(
  { engine, journal, signal, warn, privateState }: Taking,
  { type, name, isOrphan = false }: GivenName,
  before: ImageInspect | undefined,
  id: string,
): Promise<boolean> {
  const mine = { type, name, engine: engine.url };
  const former = before && journal.lost.tryFind({ ...mine, id: before.Id });
  journal.lost.settle(mine);
  privateState.set(given(name), id);
  const owner = former ? former.before : isOrphan || before?.Id === id ? undefined : before?.Id;
  if (owner !== undefined) privateState.set(previous(name), owner);
  // Engines with containerd's image store may drop what a build takes the last name from.
  if (owner !== undefined && !former && !(await engine.images.tryInspect(owner, { signal })))
    warn(
      `the name "${name}" was taken from another image, which is gone`,
      `It was image ${owner}, which the engine did not keep without a name.`,
    );
  return former !== undefined;
}

/** Gives the name back to the image that had it before. False where there was none, or it is gone. */
export async function giveBack(
  { engine, signal, privateState }: Pick<DockerCall, "engine" | "signal"> & WithPrivateState,
  name: string,
): Promise<boolean> {
  return giveTo(engine, name, privateState.tryGet(previous(name)), signal);
}

/** Gives a name to an image that the engine may have. False where it has not. @param owner its id, undefined for none */
export async function giveTo(
  engine: Engine,
  name: string,
  owner: string | undefined,
  signal?: AbortSignal,
): Promise<boolean> {
  if (owner === undefined || !(await engine.images.tryInspect(owner, { signal }))) return false;
  await engine.images.tag(owner, repositoryAndTag(name), { signal });
  return true;
}
