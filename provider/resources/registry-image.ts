import { isEngineError } from "../../engine";
import { detail } from "../../problem";
import { parseReference, RegistryError, tryParseReference } from "../../registry";
import { bool, type Config, setOf, string, stringMap, UNKNOWN, type Unknown } from "../schema";
import { defineResource, type UnnotedCall } from "./define";
import { build } from "./image/build-schema";
import { logProgress } from "./image/progress";
import { isOutdated, trySourcesDigest } from "./image/sources-digest";
import { timeoutsOf, within } from "./image/timeouts";
import { authConfig, fromRegistry, registryOf } from "./registry";
import { buildAndPush, pushLeft } from "./registry-image/build-and-push";
import { removeTag } from "./registry-image/remove-tag";
import { authFor, type ReachedRegistry, tryDigestThroughEngine } from "./registry-image/through-engine";
import { untilListening } from "./registry-image/until-listening";
import { errorAtPath, withPath } from "./with-path";

/** One resource is one name in the registry. */
const { tag: _, ...fields } = build;

const schema = {
  id: string({ computed: true, doc: "Digest of the manifest that this resource pushed." }),
  name: string({
    required: true,
    forceNew: true,
    validate: nameComplaint,
    doc: "Name of an image of the engine, its registry included: `registry.example.com:5000/app:1`. Without a tag, `latest` is meant.",
  }),
  sha256_digest: string({ computed: true, doc: "Digest of the manifest that the registry has under the name now." }),
  triggers: stringMap({
    optional: true,
    forceNew: true,
    doc: "Any values whose change pushes the image anew; the `image_id` of a `docker_image` for instance.",
  }),
  keep_remotely: bool({
    optional: true,
    default: false,
    doc: "Leave the image in the registry when the resource is destroyed.",
  }),
  insecure_skip_verify: bool({
    optional: true,
    default: false,
    doc: "Take the registry for who it says it is, and without TLS where it speaks none. Pushing is the engine's business: it has its `insecure-registries`.",
  }),
  through_engine: bool({
    optional: true,
    default: false,
    idleBeside: ["insecure_skip_verify"],
    doc: "Ask the registry through the engine (`GET /distribution`), where the engine alone reaches it: one on a network of containers, for instance. Where it does not answer, it is taken to have lost what was pushed. Such a registry is only ever added to: destroying the resource leaves the image in it.",
  }),
  auth_config: authConfig,
  build: setOf(fields, {
    max: 1,
    doc: "Build the image and push it, in place of one that the engine has; the engine keeps none of it. It is built anew when any of this changes, or what it is built from.",
  }),
  context_digest: string({
    computed: true,
    doc: "SHA-256 of what the image was built from, as of `docker_image`. Empty without `build`, or where the engine fetched the context.",
  }),
  timeouts: timeoutsOf("building and pushing"),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImagePush */
export const registryImage = defineResource({
  type: "docker_registry_image",
  // What was pushed is in a registry, and told by its content alone: the same as of an image that was there before.
  leftover: pushLeft,
  doc: "An image in a registry, pushed from the engine like `docker image push`.",
  schema,

  /** The id tells what was pushed, sha256_digest what is under the name now. */
  async plan({ prior, planned, signal }) {
    if (!prior) return;
    const again = { ...planned, id: UNKNOWN as Unknown, sha256_digest: UNKNOWN as Unknown };
    if (await isOutdated(prior.context_digest, planned.build, signal))
      return { planned: { ...again, context_digest: UNKNOWN as Unknown }, replace: ["context_digest"] };
    if (prior.id !== prior.sha256_digest) return { planned: again, replace: ["sha256_digest"] };
  },

  create(call) {
    const { planned, made } = call;
    const { name, timeouts } = planned;
    const [block] = planned.build;
    const what = `${block ? "build and push" : "push"} of image "${name}"`;
    return within({ call, timeouts, which: "create", what }, async (bounded) => {
      // Taken before the build, as of `docker_image`.
      const context_digest = block ? await trySourcesDigest(block, bounded.signal) : "";
      const digest = await (block
        ? buildAndPush(bounded, name, block, () => push(bounded, planned))
        : push(bounded, planned));
      const state = { id: digest, sha256_digest: digest, context_digest };
      made(state);
      return state;
    });
  },

  async read(call) {
    const { through_engine: isThroughEngine } = call.state;
    const digest = await (isThroughEngine ? seenThroughEngine(call, call.state) : tryDigest(call, call.state));
    return digest === undefined
      ? undefined
      : { sha256_digest: digest, context_digest: call.state.context_digest ?? "" };
  },

  async delete(call) {
    const { state } = call;
    if (state.keep_remotely || state.through_engine) return;
    const what = `removal of image "${state.name}"`;
    await within({ call, timeouts: state.timeouts, which: "delete", what }, async (bounded) => {
      const image = await registryOf(bounded, state);
      await fromRegistry(["name"], removeTag(image, state.id));
    });
  },
});

/** A registry on a network of containers goes with its container, and with it all that was pushed. */
async function seenThroughEngine(call: UnnotedCall, access: ReachedRegistry): Promise<string | undefined> {
  try {
    return await tryDigestThroughEngine(call, access);
  } catch (error) {
    if (!isEngineError(error, "registry-unreachable")) throw errorAtPath(["name"], error);
    call.warn(`image "${access.name}" is taken for gone: its registry does not answer`, detail(error.problems[0]));
    return undefined;
  }
}

/** Pushes the image. Its digest. */
async function push(call: UnnotedCall, planned: Config<typeof schema>): Promise<string> {
  const { engine, signal } = call;
  const { name } = planned;
  await withPath(["name"], engine.images.inspect(name, { signal }));
  await untilListening(call, planned);
  const auth = await authFor(call, planned);
  const onProgress = logProgress(name);
  const pushed = await withPath(["name"], engine.images.push(withTag(name), { auth, signal, onProgress }));
  if (pushed !== undefined) return pushed;
  const found = await tryDigest(call, planned);
  if (found !== undefined) return found;
  throw new RegistryError("absent", `image "${name}"`, parseReference(name).path, "it was pushed just now");
}

/** Of the manifest that the registry has under the name. */
async function tryDigest(call: UnnotedCall, access: ReachedRegistry): Promise<string | undefined> {
  if (access.through_engine) return withPath(["name"], tryDigestThroughEngine(call, access));
  const { client, repository, reference } = await registryOf(call, access);
  return fromRegistry(["name"], client.tryDigest(repository, reference));
}

/** Without a tag the engine would push every tag that it has of the repository. */
const withTag = (name: string): string => (name.lastIndexOf(":") > name.lastIndexOf("/") ? name : `${name}:latest`);

function nameComplaint(name: string): string | undefined {
  const parsed = tryParseReference(name);
  if ("complaint" in parsed) return parsed.complaint;
  return parsed.digest === undefined
    ? undefined
    : `${JSON.stringify(name)} has a digest, which the registry gives; write \`NAME:TAG\``;
}
