/** `docker.io/library/nginx@sha256:…` as the name `nginx:latest` and the digest. */
function partsOf(image: string): { readonly name: string; readonly digest: string | undefined } {
  const [written = "", digest] = image.split("@");
  const short = written.replace(/^(?:index\.)?docker\.io\//, "").replace(/^library\//, "");
  return { name: withTag(short), digest };
}

/** Docker's own default where a name has no tag. */
export const withTag = (name: string): string => (/:[^/]+$/.test(name) ? name : `${name}:latest`);

/** Whether two references are of one image: the swarm pins what is written without a digest, and that is no change. */
export function sameImage(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  // By its digest alone an image is known: the tag beside it says nothing.
  if (one.digest && other.digest) return one.digest === other.digest && bare(one.name) === bare(other.name);
  return one.name === other.name;
}

const bare = (name: string): string => name.replace(/:[^/:]+$/, "");
