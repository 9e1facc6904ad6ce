import type { ContainerInspect, ImageInspect } from "../../../engine";
import { own } from "../../../foreign/own";
import { toLabelRecord } from "../../../formats/labels";
import { string } from "../../schema";
import { like, orEmpty } from "../../schema/validators";
import { differInNotes } from "../compose-notes";
import { imageKey, imageNameComplaint } from "../image/name";
import { isForPlatform, isSamePlatform } from "../image/platform";
import { askedLabels, labelBlocks } from "../labels";
import { part } from "./part";

/** Docker's own rule. Source: https://github.com/moby/moby/blob/master/daemon/names/names.go */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

const schema = {
  id: string({ computed: true, doc: "The engine's id of the container." }),
  name: string({
    required: true,
    forceNew: true,
    validate: like(
      NAME,
      "name of a container",
      "two or more of a-z, A-Z, 0-9, _, . and -, the first of them a letter or a digit",
    ),
    doc: "Name of the container.",
  }),
  image: string({
    required: true,
    forceNew: true,
    validate: imageNameComplaint,
    same: (a, b) => imageKey(a) === imageKey(b),
    doc: "Name or id of the image. With the `image_id` of a `docker_image` the container is replaced when the image behind the name is another. A name that the engine does not have is pulled, and the image stays when the container is destroyed. A name and an id of one image are the same.",
  }),
  platform: string({
    optional: true,
    forceNew: true,
    zero: "",
    same: isSamePlatform,
    validate: orEmpty(
      like(/^[^/\s]+(?:\/[^/\s]+){0,2}$/, "platform", "`OS[/ARCHITECTURE[/VARIANT]]`, like `linux/arm64`"),
    ),
    doc: "Platform that the image is taken for, `linux/arm64`; one that the engine does not have of it is pulled. Needs an engine of API 1.41 (Docker 20.10). Default: the engine's own.",
  }),
  labels: labelBlocks(
    "Label of the container. Those of the image are not shown. What `docker compose` notes in labels of its own (its version, paths, a hash) stays as it is where it is there.",
    {
      forceNew: true,
      computed: true,
    },
  ),
} as const;

/** What the container is called, and what it is made of. */
export const image = part({
  schema,

  toEngine: ({ image, labels }) => ({ config: { Image: image, Labels: toLabelRecord(labels) } }),

  fromEngine: (found, asked) => ({
    id: found.Id,
    name: found.Name.replace(/^\//, ""),
    image: asked?.image === found.Image ? found.Image : (found.Config.Image ?? found.Image),
    labels: askedLabels(found.Config.Labels as Record<string, string>),
  }),

  asItStands: {
    platform: ({ platform: was }, { platform: asked }) => {
      if (typeof asked !== "string" || asked === "" || (was ?? "") !== "") return undefined;
      return async (found, engine, signal) => {
        const image = await engine.images.tryInspect(found.Image, { signal });
        return image !== undefined && isForPlatform(image, asked);
      };
    },
    // They may differ in what `docker compose` notes, without one of which it does not know the container.
    labels: (prior, planned) =>
      differInNotes(schema.labels, prior.labels, planned.labels, { lacking: false }) ? () => true : undefined,
  },
});

/**
 * The container without what it has from its image, so that an import tells what was asked for when it was made. The
 * command and its like stay: state shows them whoever gave them.
 */
export function withoutImage(found: ContainerInspect, image: ImageInspect | undefined): ContainerInspect {
  const { Env, Labels, Volumes, ExposedPorts, Healthcheck } = image?.Config ?? {};
  const { Config } = found;
  return {
    ...found,
    Config: {
      ...Config,
      Env: (Config.Env ?? []).filter((variable) => !Env?.includes(variable)),
      Labels: without(Config.Labels, Labels),
      Volumes: without(Config.Volumes, Volumes),
      ExposedPorts: without(Config.ExposedPorts, ExposedPorts),
      Healthcheck: isSame(Config.Healthcheck, Healthcheck) ? undefined : Config.Healthcheck,
    },
  };
}

type Entries = { readonly [name: string]: unknown } | null | undefined;

const without = <T extends Entries>(found: T, image: Entries): T =>
  Object.fromEntries(Object.entries(found ?? {}).filter(([name, value]) => !isSame(value, own(image, name)))) as T;

const isSame = (a: unknown, b: unknown): boolean => b !== undefined && JSON.stringify(a) === JSON.stringify(b);
