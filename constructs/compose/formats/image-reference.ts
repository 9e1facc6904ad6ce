const name =
  /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const tagForm = /^\w[\w.-]{0,127}$/;
const digestForm = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** Docker Hub's own names, and the folder of its official images. */
const hub = /^(?:index\.)?docker\.io\//;
const official = /^library\/(?=[^/]+$)/;

/** What is an image's id, and no name: a swarm does not take it. */
const id = /^[0-9a-f]{64}$/;

/**
 * The name as the Docker client gives it to the engine: `latest` where it has neither tag nor digest, and in Docker's
 * familiar form, `alpine` for `docker.io/library/alpine`; undefined for what is no name.
 */
export function readImage(text: string): string | undefined {
  const [named, digest] = cut(text, text.indexOf("@"));
  const colon = named.lastIndexOf(":");
  // A colon before the last slash is a port's.
  const [path, tag] = cut(named, colon > named.lastIndexOf("/") ? colon : -1);
  const isName = name.test(path) && path.length <= 255 && fits(tag, tagForm) && fits(digest, digestForm);
  if (!isName || id.test(text)) return undefined;
  const familiar = path.replace(hub, "").replace(official, "");
  return `${familiar}${text.slice(path.length) || ":latest"}`;
}

const cut = (text: string, at: number): readonly [before: string, after: string | undefined] =>
  at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];

const fits = (part: string | undefined, form: RegExp): boolean => part === undefined || form.test(part);
