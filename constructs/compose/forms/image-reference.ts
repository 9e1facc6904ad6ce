const name =
  /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const tail =
  /^(.*?)(?::(\w[\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$/;

/** The name as the engine is given it: `latest` where it has neither tag nor digest; undefined for what is no name. */
export function readImage(text: string): string | undefined {
  const [, path, tag, digest] = tail.exec(text) ?? [];
  if (path === undefined || !name.test(path) || path.length > 255) return undefined;
  return tag === undefined && digest === undefined ? `${path}:latest` : text;
}
