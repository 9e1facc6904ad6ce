import { type Engine, isEngineError } from "../engine";
import { familiar, parseReference, tryParseReference } from "../registry";
import { bool, string, stringSet, UNKNOWN, type Unknown } from "../schema";
import { defineResource } from "./define";
import { imageNameComplaint, isImageId } from "./image/name";
import { warnOfTakenName } from "./image/taken-name";
import { untagKeepingImage } from "./image/untag";
import { located } from "./located";

const schema = {
  id: string({ computed: true, doc: "`source_image` and `target_image`, with a dot between." }),
  source_image: string({
    required: true,
    forceNew: true,
    validate: imageNameComplaint,
    doc: "Name or id of the image that gets the name.",
  }),
  source_image_id: string({ computed: true, doc: "The engine's id of that image." }),
  target_image: string({
    required: true,
    forceNew: true,
    validate: targetComplaint,
    doc: "The name that it gets, `NAME[:TAG]`. Without a tag, `latest` is meant.",
  }),
  tag_triggers: stringSet({
    optional: true,
    forceNew: true,
    doc: "Any values whose change gives the name anew; the `image_id` of a `docker_image` for instance.",
  }),
  tagged: bool({
    computed: true,
    doc: "Whether this resource gave the name. Only then does destroying the resource take it away; one that was there before stays.",
  }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageTag */
export const tag = defineResource({
  type: "docker_tag",
  doc: "A name for an image that is on the engine, like `docker image tag`.",
  schema,

  /** The name follows its source: where that is another image by now, it is given anew. */
  async plan({ prior, planned, services, signal }) {
    const { source_image: source } = planned;
    if (!prior || !services || typeof source !== "string") return;
    const found = await tryInspectAtPlan(services.engine, source, signal);
    if (!found || found.Id === prior.source_image_id) return;
    return { planned: { ...planned, source_image_id: UNKNOWN as Unknown }, replace: ["source_image_id"] };
  },

  async create(call) {
    const { planned, engine, journal, signal } = call;
    const { source_image: source, target_image: target } = planned;
    const image = await located(["source_image"], engine.images.inspect(source, { signal }));
    const before = await engine.images.tryInspect(target, { signal });
    const note = noteOf(target, engine);
    const isThere = before?.Id === image.Id && !journal.hasOrphanNamed(note);
    journal.open(note);
    await located(["target_image"], engine.images.tag(image.Id, nameOf(target), { signal }));
    await warnOfTakenName(call, target, before, image.Id);
    return { id: `${source}.${target}`, source_image_id: image.Id, tagged: !isThere };
  },

  async read({ state, engine, journal, signal }) {
    const found = await engine.images.tryInspect(state.target_image, { signal });
    if (found?.Id !== state.source_image_id) return undefined;
    journal.settleNamed(noteOf(state.target_image, engine));
    return {};
  },

  async delete({ state, engine, journal, signal }) {
    const { source_image: source, source_image_id: id, target_image: target, tagged } = state;
    journal.settleNamed(noteOf(target, engine));
    const found = await engine.images.tryInspect(target, { signal });
    if (!tagged || found?.Id !== id) return;
    const isLastName = (found.RepoTags ?? []).length === 1;
    // An image that was told by its id lives on without a name; one that was told by another name has lost that one.
    if (isLastName && isImageId(source)) await untagKeepingImage(engine, target, signal);
    else await engine.images.tryRemove(target, { noprune: true, signal });
  },
});

function targetComplaint(target: string): string | undefined {
  const parsed = tryParseReference(target);
  if ("complaint" in parsed) return parsed.complaint;
  if (parsed.digest === undefined) return undefined;
  return `${JSON.stringify(target)} has a digest, which only a registry gives; write \`NAME:TAG\``;
}

function nameOf(target: string): { repo: string; tag?: string } {
  const parsed = parseReference(target);
  return { repo: familiar(parsed), tag: parsed.tag };
}

const noteOf = (name: string, engine: Engine) => ({ type: "docker_tag", name, engine: engine.url });

/** Where the engine does not answer at plan, nothing is known of the source. */
async function tryInspectAtPlan(engine: Engine, name: string, signal: AbortSignal) {
  try {
    return await engine.images.tryInspect(name, { signal });
  } catch (error) {
    if (isEngineError(error)) return undefined;
    throw error;
  }
}
