import type { ImageSummary } from "../engine";
import { objectList, string, stringList, stringMap } from "../schema";
import { defineDataSource } from "./define";
import { humanSize } from "./human-size";
import { labelFilter } from "./label-filter";
import { textTable } from "./text-table";

const schema = {
  id: string({ computed: true, doc: "What was asked, as text." }),
  reference: stringList({
    optional: true,
    doc: "Names, with or without tag, `*` allowed, as for `docker image ls --filter reference=`. Default: any name.",
  }),
  labels: stringMap({ optional: true, doc: "Labels that they all carry, with these values. Default: any labels." }),
  images: objectList({ id: "string", repository: "string", tag: "string", size: "number", digest: "string" })({
    computed: true,
    doc: "A row per name of an image, sorted by name; `<none>` where it has none. Size in bytes, all layers together.",
  }),
  table: string({ computed: true, doc: "Laid out like `docker image ls`, without what changes by itself (ages)." }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageList */
export const images = defineDataSource({
  type: "docker_images",
  doc: "The images of an engine, like `docker image ls`.",
  schema,

  async read({ config, engine, signal }) {
    const { reference = [], labels = {} } = config;
    const filters = { reference, label: labelFilter(labels) };
    const found = (await engine.images.list({ filters, digests: true, signal })).flatMap(rows);
    found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    return { id: JSON.stringify([reference, labels]), images: found, table: table(found) };
  },
});

const NONE = "<none>";

interface Row {
  readonly id: string;
  readonly repository: string;
  readonly tag: string;
  readonly size: number;
  readonly digest: string;
}

/** An image has a row for each of its names. */
function rows({ Id, Size, RepoTags, RepoDigests }: ImageSummary): Row[] {
  const names = (RepoTags ?? []).filter((name) => name !== `${NONE}:${NONE}`);
  const digests = new Map((RepoDigests ?? []).map((digest) => digest.split("@") as [string, string]));
  const row = (repository: string, tag: string) => ({
    id: Id ?? "",
    repository,
    tag,
    size: Size ?? 0,
    digest: digests.get(repository) ?? NONE,
  });
  if (names.length === 0) return [row(NONE, NONE)];
  return names.map((name) => {
    const colon = name.lastIndexOf(":");
    return row(name.slice(0, colon), name.slice(colon + 1));
  });
}

const key = ({ repository, tag, id }: Row): string => `${repository}:${tag}:${id}`;

const table = (found: readonly Row[]): string =>
  textTable(
    ["REPOSITORY", "TAG", "IMAGE ID", "SIZE"],
    found.map(({ repository, tag, id, size }) => [
      repository,
      tag,
      id.replace(/^sha256:/, "").slice(0, 12),
      humanSize(size),
    ]),
  );
