import { humanSize } from "./human-size";
import { textTable } from "./text-table";

const NONE = "<none>";

/** A line of `docker image ls`. */
export interface ImageRow {
  readonly id: string;
  /** `<none>` where the image has no name. */
  readonly repository: string;
  readonly tag: string;
  /** In bytes: all layers together, and on the containerd store what they were unpacked from, for all platforms. */
  readonly size: number;
  readonly digest: string;
}

/** What is needed of a listed image to show it. One that is inspected has another size on the containerd store. */
interface Shown {
  readonly Id?: string | null;
  readonly Size?: number | null;
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
}

/** A row for each of the images' names, sorted by name. */
export function imageRows(images: readonly Shown[]): ImageRow[] {
  return images.flatMap(rowsOf).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Laid out like `docker image ls`, without what changes by itself (ages). */
export const imageTable = (rows: readonly ImageRow[]): string =>
  textTable(
    ["REPOSITORY", "TAG", "IMAGE ID", "SIZE"],
    rows.map(({ repository, tag, id, size }) => [
      repository,
      tag,
      id.replace(/^sha256:/, "").slice(0, 12),
      humanSize(size),
    ]),
  );

function rowsOf({ Id, Size, RepoTags, RepoDigests }: Shown): ImageRow[] {
  // The containerd store tells a name by digest among the tags, too.
  const tags = (RepoTags ?? []).filter((name) => name !== `${NONE}:${NONE}` && !name.includes("@"));
  const digests = new Map(
    [...(RepoTags ?? []), ...(RepoDigests ?? [])]
      .filter((name) => name.includes("@") && name !== `${NONE}@${NONE}`)
      .map((digest) => digest.split("@") as [string, string]),
  );
  const row = (repository: string, tag: string) => ({
    id: Id ?? "",
    repository,
    tag,
    size: Size ?? 0,
    digest: digests.get(repository) ?? NONE,
  });
  const tagged = tags.map((name) => {
    const colon = name.lastIndexOf(":");
    return row(name.slice(0, colon), name.slice(colon + 1));
  });
  const repositories = new Set(tagged.map(({ repository }) => repository));
  const untagged = [...digests.keys()].filter((repository) => !repositories.has(repository));
  const rows = [...tagged, ...untagged.map((repository) => row(repository, NONE))];
  return rows.length > 0 ? rows : [row(NONE, NONE)];
}

const key = ({ repository, tag, id }: ImageRow): string => `${repository}:${tag}:${id}`;
