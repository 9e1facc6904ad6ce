import { familiar, tryParseReference } from "../../../registry";

/** An id in full, which no name can be. */
const isId = (image: string): boolean => /^[0-9a-f]{64}$/.test(image);

/** As the docker client writes it into a service: the short name, with `latest` where it has neither tag nor digest. */
export function recorded(image: string): string {
  const { name, digest } = partsOf(image);
  return digest === undefined ? name : `${name}@${digest}`;
}

/** `docker.io/library/nginx:1@sha256:…` as the name `nginx:1` and the digest. */
function partsOf(image: string): { readonly name: string; readonly digest: string | undefined } {
  const [written = "", digest] = image.split("@");
  const parsed = tryParseReference(written);
  if (isId(image) || "complaint" in parsed) return { name: written, digest };
  const { tag = digest === undefined ? "latest" : undefined } = parsed;
  return { name: `${familiar(parsed)}${tag === undefined ? "" : `:${tag}`}`, digest };
}

/**
 * Whether two references are of one image: the swarm pins what is written without a digest, and that is no change. What
 * it pins has a tag; a digest alone was written by somebody, who means something else without it.
 */
export function sameImage(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  // By its digest alone an image is known: the tag beside it says nothing.
  if (one.digest && other.digest) return one.digest === other.digest && bare(one.name) === bare(other.name);
  return one.name === other.name;
}

const bare = (name: string): string => name.replace(/:[^/:]+$/, "");
