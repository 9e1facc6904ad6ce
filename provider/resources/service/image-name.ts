import { familiar, tryParseReference } from "../../registry";

/** An id in full, which no name can be. */
const isId = (image: string): boolean => /^[0-9a-f]{64}$/.test(image);

/** As the docker client writes it into a service: the short name, with `latest` where it has neither tag nor digest. */
export function recorded(image: string): string {
  const parsed = tryParseReference(image);
  if (isId(image) || "complaint" in parsed) return image;
  const { digest, tag = digest === undefined ? "latest" : undefined } = parsed;
  return `${familiar(parsed)}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** `docker.io/library/nginx@sha256:…` as the name `nginx:latest` and the digest. */
function partsOf(image: string): { readonly name: string; readonly digest: string | undefined } {
  const [written = "", digest] = image.split("@");
  return { name: recorded(written), digest };
}

/** Whether two references are of one image: the swarm pins what is written without a digest, and that is no change. */
export function sameImage(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  // By its digest alone an image is known: the tag beside it says nothing.
  if (one.digest && other.digest) return one.digest === other.digest && bare(one.name) === bare(other.name);
  return one.name === other.name;
}

const bare = (name: string): string => name.replace(/:[^/:]+$/, "");
