import { existsSync, lstatSync, readlinkSync } from "node:fs";
import { join, posix } from "node:path";
import { everything, type Filter, only } from "../../build-context";

const MOST_LINKS = 255;

/**
 * Those paths, what is below them, and whatever the links on the way to them lead to within the folder. Everything
 * where none is named, one has a wildcard, or, of several, one does not exist: they may be one name with a comma.
 */
export function followedPaths(root: string, paths: readonly string[]): Filter {
  const wanted = paths.map((path) => posix.join("/", path).slice(1));
  if (wanted.length === 0 || wanted.some((path) => path === "" || /[*?[\\]/.test(path))) return everything;
  if (wanted.length > 1 && !wanted.every((path) => existsSync(join(root, path)))) return everything;
  const reached = new Set<string>();
  for (const path of wanted) follow(root, path, reached);
  return reached.has("") ? everything : only(reached);
}

/** Adds the path with its links and their targets. */
function follow(root: string, path: string, reached: Set<string>): void {
  let rest = path.split("/");
  let at = "";
  for (let links = 0; rest.length > 0; ) {
    const here = posix.join(at, rest[0]!);
    const target = tryReadLink(join(root, here));
    if (target === undefined) {
      at = here;
      rest = rest.slice(1);
      continue;
    }
    reached.add(here);
    if (++links > MOST_LINKS) return;
    // A link that leads out of the folder is taken as one from its root.
    const to = posix.join("/", posix.isAbsolute(target) ? "" : at, target);
    rest = [...to.split("/").filter(Boolean), ...rest.slice(1)];
    at = "";
  }
  reached.add(at);
}

function tryReadLink(file: string): string | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found?.isSymbolicLink() ? readlinkSync(file) : undefined;
}
