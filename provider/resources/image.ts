import { type Engine, type ImageInspect, isEngineError } from "../engine";
import {
  bool,
  type Config,
  type Observed,
  type State,
  string,
  stringMap,
  stringSet,
  UNKNOWN,
  type Unknown,
} from "../schema";
import { type DockerCall, defineResource } from "./define";
import { imageKey, imageNameComplaint } from "./image/name";
import { OneAtATime } from "./image/one-at-a-time";
import { isForPlatform } from "./image/platform";
import { logProgress } from "./image/progress";
import { removeImage } from "./image/removal";
import { repoDigest } from "./image/repo-digest";
import { locatedAt } from "./located";

const schema = {
  id: string({ computed: true, doc: "The image's id followed by `name`." }),
  name: string({
    required: true,
    forceNew: true,
    validate: imageNameComplaint,
    doc: "Name of the image, with tag or digest: `alpine`, `alpine:3.20`, `registry.example.com:5000/app@sha256:…`. Without either, `latest` is meant.",
  }),
  image_id: string({
    computed: true,
    doc: "The engine's id of the image, `sha256:…`: of its configuration, not of its manifest.",
  }),
  repo_digest: string({
    computed: true,
    doc: "The name by which the registry knows exactly this image, `NAME@sha256:…`; empty where it was neither pulled nor pushed.",
  }),
  pulled: bool({
    computed: true,
    doc: "Whether this resource pulled the image. Only then does destroying the resource remove it; one that was there before stays.",
  }),
  platform: string({
    optional: true,
    forceNew: true,
    doc: "Platform that the image is for, `os[/arch[/variant]]`: an image of another one is pulled anew. Default: the engine's own.",
  }),
  pull_triggers: stringSet({
    optional: true,
    forceNew: true,
    doc: "Any values whose change pulls the image anew, although it is there; the digest of data `docker_registry_image` for instance.",
  }),
  triggers: stringMap({ optional: true, forceNew: true, doc: "Any values whose change replaces the image." }),
  keep_locally: bool({
    optional: true,
    zero: false,
    doc: "Leave the image on the engine when the resource is destroyed.",
  }),
  force_remove: bool({
    optional: true,
    zero: false,
    doc: "Remove the image when the resource is destroyed even where stopped containers use it.",
  }),
} as const;

/** What has to do with one name happens one after the other, so that one resource alone can have brought the image. */
const names = new OneAtATime();
/** Names that a resource of this run found taken: who brought their images must leave them. */
const shared = new Set<string>();

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image */
export const image = defineResource({
  type: "docker_image",
  doc: "An image on an engine: pulled where the engine does not have it. It is removed with the resource only if the resource brought it.",
  schema,

  /** The id tells which image was brought, image_id which one has the name now. */
  plan({ prior, planned }) {
    if (prior === undefined || broughtId(prior) === prior.image_id) return;
    return { planned: { ...planned, ...unsettled } };
  },

  create(call) {
    const key = keyOf(call.engine, call.planned.name);
    return names.run(key, async () => {
      const state = await bring(call, call.planned);
      if (!state.pulled) shared.add(key);
      return state;
    });
  },

  async read({ state, engine, journal, signal }) {
    const found = await engine.images.tryInspect(state.name, { signal });
    if (!found) return undefined;
    const notes = [noteOf(state.name, engine), willOf(state.name, engine)];
    const pulled = state.pulled || notes.some((note) => journal.hasOrphanNamed(note));
    for (const note of notes) journal.settleNamed(note);
    const { id: _, ...observed } = observe(found, state.name, pulled);
    return observed;
  },

  /** Where somebody put another image under the name, it is that one from now on, and not ours. */
  async update(call) {
    const { state, planned, engine, signal } = call;
    const found = await engine.images.inspect(planned.name, { signal });
    if (found.Id === broughtId(state)) return observe(found, planned.name, state.pulled);
    if (state.pulled) await removeImage({ ...call, name: planned.name, imageId: broughtId(state) });
    return observe(found, planned.name, false);
  },

  delete(call) {
    const { state, engine, journal } = call;
    const { name, pulled, keep_locally: kept, force_remove: force } = state;
    const key = keyOf(engine, name);
    return names.run(key, async () => {
      const isShared = shared.delete(key);
      if (!pulled || kept) return;
      // The next read of the other resource finds the note, and the image is its own.
      if (isShared) journal.open(willOf(name, engine));
      else await removeImage({ ...call, name, imageId: broughtId(state), force });
    });
  },
});

const unsettled: { readonly [K in "id" | "image_id" | "repo_digest" | "pulled"]: Unknown } = {
  id: UNKNOWN,
  image_id: UNKNOWN,
  repo_digest: UNKNOWN,
  pulled: UNKNOWN,
};

type Create = DockerCall & { made(state: Observed<typeof schema>): void };
type Wanted = Pick<Config<typeof schema>, "name" | "platform" | "pull_triggers">;

/** Pulls the image unless it is there. */
async function bring(call: Create, wanted: Wanted): Promise<Observed<typeof schema>> {
  const { engine, journal, signal, made } = call;
  const { name, pull_triggers: triggers = [] } = wanted;
  const before = await engine.images.tryInspect(name, { signal });
  const left = before !== undefined && journal.hasOrphanNamed(noteOf(name, engine));
  if (!before || isOfOtherPlatform(before, wanted) || triggers.length > 0) await pull(call, wanted, before);
  const found = await engine.images.inspect(name, { signal });
  const state = observe(found, name, found.Id !== before?.Id || left);
  made(state);
  return state;
}

const isOfOtherPlatform = (found: ImageInspect, { platform }: Wanted): boolean =>
  platform !== undefined && !isForPlatform(found, platform);

async function pull(call: Create, wanted: Wanted, before: ImageInspect | undefined): Promise<void> {
  const { engine, journal, registries, signal, warn } = call;
  const { name, platform } = wanted;
  if (!before) journal.settleNamed(noteOf(name, engine));
  const { nonce } = journal.open(noteOf(name, engine));
  try {
    const auth = await registries.for(name);
    await engine.images.pull(name, { platform, auth, signal, onProgress: logProgress(name) });
  } catch (error) {
    if (!isEngineError(error)) throw error;
    // Without an answer the engine may have gone on to the end of the pull.
    if (!isEngineError(error, "aborted", "timeout", "connection-lost")) journal.settle(nonce);
    const isRefused = isEngineError(error, "not-found", "unauthorized", "registry-unreachable");
    if (!before || !isRefused || isOfOtherPlatform(before, wanted)) throw locatedAt(["name"], error);
    warn(
      `image "${name}" was not pulled anew; the one that the engine has is used`,
      `${error.summary}\n${error.detail}`,
    );
  }
}

const noteOf = (name: string, engine: Engine) => ({ type: "docker_image", name, engine: engine.url });
/** Who brought the image is gone, and another resource still has its name. */
const willOf = (name: string, engine: Engine) => ({ ...noteOf(name, engine), type: "docker_image, inherited" });
const keyOf = (engine: Engine, name: string) => `${engine.url} ${imageKey(name)}`;

const broughtId = ({ id, name }: Pick<State<typeof schema>, "id" | "name">): string =>
  id.endsWith(name) ? id.slice(0, id.length - name.length) : id;

function observe(found: ImageInspect, name: string, pulled: boolean): Observed<typeof schema> {
  return {
    id: `${found.Id}${name}`,
    image_id: found.Id,
    repo_digest: repoDigest(name, found.RepoDigests),
    pulled,
  };
}
