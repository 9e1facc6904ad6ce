import { HUB, registryHost } from "./host";

/** A name of an image, taken apart. Source: https://github.com/distribution/reference (the grammar, and Docker Hub's short names). */
export interface Reference {
  /** Registry's host, and its port where it has one; Docker Hub is `docker.io`. */
  readonly domain: string;
  /** Path of the repository in the registry; Docker Hub's official images are under `library/`. */
  readonly path: string;
  readonly tag?: string;
  /** `sha256:…` */
  readonly digest?: string;
}

const OFFICIAL = "library/";

const DOMAIN =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const PATH = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** The reference, or what is wrong with it: the value, what is allowed, and the change that helps. */
export function tryParseReference(text: string): Reference | { readonly complaint: string } {
  const complaint = (wrong: string) => ({ complaint: `${JSON.stringify(text)} ${wrong}` });
  if (text === "") return complaint("is no name of an image; write `NAME[:TAG]`, `alpine:3.20` for instance");
  const [named = "", digest, ...more] = text.split("@");
  if (more.length > 0) return complaint("has more than one `@`; write `NAME@sha256:…`");
  const { domain, rest } = splitDomain(named);
  const colon = rest.lastIndexOf(":");
  const [short, tag] = colon < 0 ? [rest, undefined] : [rest.slice(0, colon), rest.slice(colon + 1)];
  const path = domain === HUB && !short.includes("/") ? `${OFFICIAL}${short}` : short;
  if (!DOMAIN.test(domain))
    return complaint(`names the registry \`${domain}\`, which is no host; write \`HOST[:PORT]/NAME\``);
  if (!PATH.test(path)) return complaint(pathComplaint(short));
  if (tag !== undefined && !TAG.test(tag))
    return complaint(
      `has the tag \`${tag}\`; a tag is up to 128 letters, digits, \`_\`, \`.\` or \`-\`, and begins with none of the last two`,
    );
  if (digest !== undefined && !DIGEST.test(digest))
    return complaint(`has the digest \`${digest}\`; a digest is \`sha256:\` and 64 hexadecimal digits`);
  return { domain, path, tag, digest };
}

/** @throws Error with the complaint of `tryParseReference` */
export function parseReference(text: string): Reference {
  const parsed = tryParseReference(text);
  if ("complaint" in parsed) throw new Error(parsed.complaint);
  return parsed;
}

/** One spelling for all names of one image: `alpine`, `alpine:latest` and `docker.io/library/alpine` are the same. */
export function canonical(reference: Reference): string {
  const { tag, digest } = reference;
  const named = tag ?? (digest === undefined ? "latest" : undefined);
  return `${repository(reference)}${named === undefined ? "" : `:${named}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** Registry and path, `docker.io/library/alpine`. */
export const repository = ({ domain, path }: Reference): string => `${domain}/${path}`;

/** As Docker shows the repository: `alpine`. */
export function familiar({ domain, path }: Reference): string {
  if (domain !== HUB) return `${domain}/${path}`;
  return path.startsWith(OFFICIAL) && !path.slice(OFFICIAL.length).includes("/") ? path.slice(OFFICIAL.length) : path;
}

/** The part before the first slash is a host where it has a dot, a port or capitals, or is `localhost`. */
function splitDomain(name: string): { domain: string; rest: string } {
  const slash = name.indexOf("/");
  const first = name.slice(0, slash);
  const isHost = slash > 0 && (/[.:A-Z]/.test(first) || first === "localhost");
  if (!isHost) return { domain: HUB, rest: name };
  return { domain: registryHost(first), rest: name.slice(slash + 1) };
}

function pathComplaint(path: string): string {
  if (path !== path.toLowerCase() && PATH.test(path.toLowerCase()))
    return `has capital letters; names of images are lower-case: \`${path.toLowerCase()}\``;
  return `names the repository \`${path}\`; a name is lower-case letters and digits, parted by \`.\`, \`_\`, \`__\`, \`-\` or \`/\``;
}
