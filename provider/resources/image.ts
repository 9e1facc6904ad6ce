import type { Engine, ImageInspect } from "../../engine";
import {
  type Config,
  type ObjectValue,
  type Observed,
  type Planned,
  type State,
  UNKNOWN,
  type Unknown,
  type Value,
  type WithPrivateState,
} from "../schema";
import { blocksOf, sameBlocks } from "../schema/equal";
import { type DockerCall, defineResource } from "./define";
import { buildImage } from "./image/build";
import { imageKey } from "./image/name";
import { nameLeft } from "./image/name-left";
import { isLeft, noteOf, willOf } from "./image/note";
import { OneAtATime } from "./image/one-at-a-time";
import { bring, isNowOfOtherPlatform } from "./image/pull";
import { removeImage } from "./image/removal";
import { repoDigest } from "./image/repo-digest";
import { schema } from "./image/schema";
import { isOutdated, trySourcesDigest } from "./image/sources-digest";
import { keepGivenName, planGivenName } from "./image/taken-name";
import { within } from "./image/timeouts";
import type { Note } from "./journal";
import { isTakenOver } from "./taken-over";

/** What has to do with one name happens one after the other, so that one resource alone can have brought the image. */
const names = new OneAtATime();
/** Names that a resource of this run found on the very image that it wanted: who brought it must leave it. */
const shared = new Set<string>();

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image */
export const image = defineResource({
  type: "docker_image",
  namedBy: ["name", "engine"],
  leftover: nameLeft,
  doc: "An image on an engine: built, or pulled where the engine does not have it. It is removed with the resource only if the resource brought it.",
  schema,
  imports: (name) => ({ id: name, name }),

  /** The id tells which image was brought, image_id which one has the name now. */
  async plan(call) {
    const { prior, planned, services, signal, privateState } = call;
    if (prior === undefined) {
      const orphans = services?.journal.orphansNamed(noteOf(String(planned.name), services.engine)) ?? [];
      const isOrphan = orphans.some(({ before }) => before === undefined);
      for (const name of namesGiven(planned)) await planGivenName(call, { type: "docker_image", name, isOrphan });
      return;
    }
    if (isTakenOver(privateState)) {
      const isBuild = Array.isArray(planned.build) && planned.build.length > 0;
      if (isBuild) call.warn(...takenForItsBuild(prior.name));
      const digest = isBuild ? { context_digest: UNKNOWN as Unknown } : {};
      const isOther = services && (await isNowOfOtherPlatform({ engine: services.engine, signal }, planned));
      return { planned: { ...planned, ...digest }, inPlace: isOther ? BROUGHT_BY : [...BROUGHT_BY, "platform"] };
    }
    const isBuilt = prior.build.length > 0;
    if (isBuilt && (await isOutdated(prior.context_digest, planned.build, signal)))
      return { planned: { ...planned, ...unsettled, context_digest: UNKNOWN as Unknown }, replace: ["context_digest"] };
    const inPlace: "build"[] =
      isBuilt && comesToTheSame(prior.build as unknown as Value, planned.build as unknown as Value) ? ["build"] : [];
    if (broughtId(prior) === prior.image_id) return { planned, inPlace };
    return { planned: { ...planned, ...unsettled }, replace: isBuilt ? ["image_id"] : [], inPlace };
  },

  create(call) {
    const { planned, engine } = call;
    const key = keyOf(engine, planned.name);
    const [block] = planned.build;
    const what = `${block ? "build" : "pull"} of image "${planned.name}"`;
    return names.run(key, async () => {
      const { isNew, ...state } = await within(
        { call, timeouts: planned.timeouts, which: "create", what },
        (bounded) => (block ? build(bounded, planned.name, block) : pull(bounded, planned)),
      );
      if (!isNew) shared.add(key);
      else call.leftImages.settle({ engine, name: planned.name });
      call.made(state);
      return state;
    });
  },

  async read({ state, asked, engine, journal, signal }) {
    const { name } = state;
    const found = await engine.images.tryInspect(name, { signal });
    if (!found) return undefined;
    if (!asked) return { ...observe(found, name, false), context_digest: "", build_steps: "" };
    const notes = [noteOf(name, engine), willOf(name, engine)];
    const others = otherNames(state).map((other) => noteOf(other, engine));
    const isBuilt = state.build.length > 0;
    const pulled = state.pulled || (!isBuilt && notes.some((note) => isLeft(journal.orphansNamed(note), found)));
    for (const note of [...notes, ...others]) journal.settleNamed(note);
    const { id: _, ...observed } = observe(found, name, pulled);
    const [block] = state.build;
    return {
      ...observed,
      build: await withNamesThatAreLeft(state, engine, signal),
      // The community provider's state has none: from now on a change is noticed.
      context_digest: state.context_digest ?? (block && (await trySourcesDigest(block, signal))),
      build_steps: state.build_steps ?? "",
    };
  },

  /** Where somebody put another image under the name, it is that one from now on, and not ours. */
  update(call) {
    const { state, planned, engine } = call;
    const { name, timeouts } = planned;
    return within({ call, timeouts, which: "update", what: `update of image "${name}"` }, async (bounded) => {
      const found = await engine.images.inspect(name, { signal: bounded.signal });
      if (found.Id === broughtId(state)) {
        const [block] = state.build.length > 0 ? [] : planned.build;
        const digest = block && { context_digest: await trySourcesDigest(block, bounded.signal) };
        return { ...observe(found, name, state.pulled), ...digest };
      }
      if (state.pulled) await removeImage({ ...bounded, name, imageId: broughtId(state) });
      return observe(found, name, false);
    });
  },

  delete(call) {
    const { state, engine, journal, leftImages } = call;
    const { name, keep_locally: isKept, force_remove: force } = state;
    const key = keyOf(engine, name);
    const image = { engine, name, id: broughtId(state) };
    const isOurs = state.pulled || state.build.length > 0 || leftImages.has(image);
    return names.run(key, async () => {
      const isShared = shared.delete(key);
      if (!isOurs || isKept) return;
      const removal = { name, otherNames: otherNames(state), imageId: image.id, force };
      const what = `removal of image "${name}"`;
      // The next read of the other resource finds the note, and the image is its own.
      if (isShared) return void journal.open(willOf(name, engine));
      // Before it is tried: whoever stops using the image meanwhile finds it.
      leftImages.add(image);
      const isInUse = await within({ call, timeouts: state.timeouts, which: "delete", what }, (bounded) =>
        removeImage({ ...bounded, ...removal }),
      );
      if (!isInUse) leftImages.settle(image);
    });
  },
});

/** Whether two builds differ at most in how they go, and not in what comes of them. */
function comesToTheSame(was: Value, asked: Value): boolean {
  if (asked === UNKNOWN) return false;
  const outcome = (block: ObjectValue) => ({ ...block, ssh: undefined, cache_to: undefined, remove: undefined });
  return sameBlocks(schema.build, blocksOf(was).map(outcome), blocksOf(asked).map(outcome));
}

/** What an image was brought by, which no engine tells. */
const BROUGHT_BY = ["build", "pull_triggers", "triggers"] as const;

const takenForItsBuild = (name: string): [summary: string, detail: string] => [
  `image "${name}" is taken over as it is`,
  "No engine tells what it was built from: it is taken to be this build's. The next change of what is sent, or of the build, builds it anew.",
];

type Fields = typeof schema;
type Block = Config<Fields>["build"][number];
type Brought = Observed<Fields> & { readonly isNew: boolean };
type Creating = DockerCall & WithPrivateState;

async function pull(call: Creating, wanted: Config<Fields>): Promise<Brought> {
  const { image: found, pulled, before } = await bring(call, wanted);
  if (pulled) await keepGivenName(call, { type: "docker_image", name: wanted.name }, before, found.Id);
  return { ...observe(found, wanted.name, pulled), context_digest: "", build_steps: "", isNew: pulled };
}

async function build(call: Creating, name: string, block: Block): Promise<Brought> {
  const { engine, journal, signal } = call;
  const names = [name, ...(block.tag ?? [])];
  const holders = await Promise.all(names.map((each) => engine.images.tryInspect(each, { signal })));
  const before = holders[0];
  const isOrphan = before !== undefined && isLeft(journal.orphansNamed(noteOf(name, engine)), before);
  // Taken before the build: what changes while it goes on is built anew by the next apply.
  const digest = await trySourcesDigest(block, signal);
  const given = names.map((each, i) => ({ name: each, before: holders[i]?.Id }));
  const { id, steps } = await noted(call, given, () => buildImage(call, name, block));
  for (const [i, each] of names.entries())
    await keepGivenName(call, { type: "docker_image", name: each, isOrphan }, holders[i], id);
  const found = await engine.images.inspect(id, { signal });
  return { ...observe(found, name, false), context_digest: digest, build_steps: steps, isNew: before?.Id !== id };
}

/** The build under a note of each name that it gives, with what has it now: so it is known what a killed run left. */
async function noted<T>(
  { engine, journal, signal }: DockerCall,
  given: readonly Pick<Note, "name" | "before">[],
  build: () => Promise<T>,
): Promise<T> {
  for (const { name, before } of given) if (before === undefined) journal.settleNamed(noteOf(name, engine));
  const notes = given.map(({ name, before }) => journal.open({ ...noteOf(name, engine), before }));
  try {
    return await build();
  } catch (error) {
    // Where the build was given up, the engine may have gone on to its end.
    if (!signal.aborted) for (const { nonce } of notes) journal.settle(nonce);
    throw error;
  }
}

/** The names that a build is known to give. */
const namesGiven = ({ name, build }: Planned<Fields>): string[] => {
  const [block] = Array.isArray(build) ? build : [];
  const names = block ? [name, ...(Array.isArray(block.tag) ? block.tag : [])] : [];
  return names.filter((each) => typeof each === "string");
};

const otherNames = ({ build: [block] }: Pick<State<Fields>, "build">): string[] => block?.tag ?? [];

/** A name that the image has lost is told as not asked for, so that it is given again. */
async function withNamesThatAreLeft(state: State<Fields>, engine: Engine, signal: AbortSignal) {
  const given = otherNames(state);
  const found = await Promise.all(given.map((name) => engine.images.tryInspect(name, { signal })));
  const left = given.filter((_, i) => found[i]?.Id === broughtId(state));
  return state.build.map((block) => (left.length === given.length ? block : { ...block, tag: left }));
}

const unsettled: { readonly [K in "id" | "image_id" | "repo_digest" | "pulled"]: Unknown } = {
  id: UNKNOWN,
  image_id: UNKNOWN,
  repo_digest: UNKNOWN,
  pulled: UNKNOWN,
};

const keyOf = (engine: Engine, name: string) => `${engine.url} ${imageKey(name)}`;

const broughtId = ({ id, name }: Pick<State<Fields>, "id" | "name">): string =>
  id.endsWith(name) ? id.slice(0, id.length - name.length) : id;

const observe = ({ Id, RepoDigests }: ImageInspect, name: string, pulled: boolean) => ({
  id: `${Id}${name}`,
  image_id: Id,
  repo_digest: repoDigest(name, RepoDigests),
  pulled,
});
