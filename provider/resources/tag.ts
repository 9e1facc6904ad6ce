import type { Engine } from "../../engine";
import { tryParseReference } from "../../registry";
import { bool, string, stringSet, UNKNOWN, type Unknown } from "../schema";
import { defineResource } from "./define";
import { imageNameComplaint, isImageId, repositoryAndTag } from "./image/name";
import { giveBack, giveTo, keepGivenName, planGivenName, tryInspectAtPlan } from "./image/taken-name";
import { untagKeepingImage } from "./image/untag";
import type { NamedLeftover } from "./leftover";
import { withPath } from "./with-path";

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

/** Names that with create_before_destroy are the new resource's already: the former one leaves them. */
const handedOn = new Set<string>();

/** The image of an id that had no name before keeps its content: it is not for the tag to remove. */
const leftover: NamedLeftover = {
  kind: "tag",
  async removeNamed(engine, { name, image, before }) {
    const found = await engine.images.tryInspect(name);
    if (!found || found.Id !== image) return false;
    if (await giveTo(engine, name, before)) return true;
    const isLastName = (found.RepoTags ?? []).length === 1;
    if (isLastName) await untagKeepingImage(engine, name, new AbortController().signal);
    else await engine.images.tryRemove(name, { noprune: true });
    return true;
  },
};

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageTag */
export const tag = defineResource({
  type: "docker_tag",
  namedBy: ["target_image", "engine"],
  leftover,
  doc: "A name for an image that is on the engine, like `docker image tag`. Where another image has the name, the plan warns of it, and destroying the resource gives the name back to it.",
  schema,

  /** The name follows its source: where that is another image by now, it is given anew. */
  async plan(call) {
    const { prior, planned, services, signal } = call;
    const { source_image, target_image: target } = planned;
    const source = typeof source_image === "string" ? source_image : undefined;
    if (!prior && typeof target === "string") await planGivenName(call, { type: "docker_tag", name: target, source });
    if (!prior || !services || source === undefined) return;
    const found = await tryInspectAtPlan(services.engine, source, signal);
    if (!found || found.Id === prior.source_image_id) return;
    return { planned: { ...planned, source_image_id: UNKNOWN as Unknown }, replace: ["source_image_id"] };
  },

  async create(call) {
    const { planned, engine, journal, signal } = call;
    const { source_image: source, target_image: target } = planned;
    const image = await withPath(["source_image"], engine.images.inspect(source, { signal }));
    const before = await engine.images.tryInspect(target, { signal });
    const note = noteOf(target, engine);
    const isThere = before?.Id === image.Id;
    const isOrphan = isThere && journal.hasOrphanNamed(note);
    // What was there before is nothing that a killed run could leave.
    if (!isThere || isOrphan) journal.open({ ...note, image: image.Id, before: isOrphan ? undefined : before?.Id });
    await withPath(["target_image"], engine.images.tag(image.Id, repositoryAndTag(target), { signal }));
    const isFormers = await keepGivenName(call, { type: "docker_tag", name: target, isOrphan }, before, image.Id);
    if (isThere && isFormers) handedOn.add(keyOf(engine, target));
    return { id: `${source}.${target}`, source_image_id: image.Id, tagged: !isThere || isOrphan || isFormers };
  },

  async read({ state, engine, journal, signal }) {
    const found = await engine.images.tryInspect(state.target_image, { signal });
    if (found?.Id !== state.source_image_id) return undefined;
    journal.settleNamed(noteOf(state.target_image, engine));
    journal.lost.settle(noteOf(state.target_image, engine));
    return {};
  },

  async delete(call) {
    const { state, engine, journal, signal } = call;
    const { source_image: source, source_image_id: id, target_image: target, tagged } = state;
    journal.settleNamed(noteOf(target, engine));
    const found = await engine.images.tryInspect(target, { signal });
    if (handedOn.delete(keyOf(engine, target)) || !tagged || found?.Id !== id) return;
    const isLastName = (found.RepoTags ?? []).length === 1;
    // An image that was told by its id lives on without a name; one that was told by another name has lost that one.
    const staysNameless = isLastName && isImageId(source);
    if (await giveBack(call, target)) {
      if (isLastName && !staysNameless) await engine.images.tryRemove(id, { noprune: true, signal });
    } else if (staysNameless) await untagKeepingImage(engine, target, signal);
    else await engine.images.tryRemove(target, { noprune: true, signal });
  },
});

function targetComplaint(target: string): string | undefined {
  const parsed = tryParseReference(target);
  if ("complaint" in parsed) return parsed.complaint;
  if (parsed.digest === undefined) return undefined;
  return `${JSON.stringify(target)} has a digest, which only a registry gives; write \`NAME:TAG\``;
}

const noteOf = (name: string, engine: Engine) => ({ type: "docker_tag" as const, name, engine: engine.url });

const keyOf = (engine: Engine, target: string) => `${engine.url} ${target}`;
