const name =
  /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const tagForm = /^\w[\w.-]{0,127}$/;
const digestForm = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** The name as the engine is given it: `latest` where it has neither tag nor digest; undefined for what is no name. */
export function readImage(text: string): string | undefined {
  const [named, digest] = cut(text, text.indexOf("@"));
  const colon = named.lastIndexOf(":");
  // A colon before the last slash is a port's.
  const [path, tag] = cut(named, colon > named.lastIndexOf("/") ? colon : -1);
  const isName = name.test(path) && path.length <= 255 && fits(tag, tagForm) && fits(digest, digestForm);
  if (!isName) return undefined;
  return tag === undefined && digest === undefined ? `${path}:latest` : text;
}

const cut = (text: string, at: number): readonly [before: string, after: string | undefined] =>
  at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];

const fits = (part: string | undefined, form: RegExp): boolean => part === undefined || form.test(part);
