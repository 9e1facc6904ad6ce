import { humanSize } from "./human-size";
import { textTable } from "./text-table";

const NONE = "<none>";

/** A line of `docker image ls`. */
export interface ImageRow {
  readonly id: string;
  /** `<none>` where the image has no name. */
  readonly repository: string;
  readonly tag: string;
  /** In bytes, all layers together. */
  readonly size: number;
  readonly digest: string;
}

/** What is needed of an image to show it, whether it was listed or inspected. */
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

const key = ({ repository, tag, id }: ImageRow): string => `${repository}:${tag}:${id}`;
