import dockerignore, { type Ignore } from "@balena/dockerignore";

/**
 * What a list of patterns leaves out of a folder, by Docker's rules: the last pattern that fits a path or a folder
 * above it counts, and `!` lets in again (https://docs.docker.com/build/concepts/context/#dockerignore-files).
 */
export class Patterns {
  private readonly rules: Ignore;
  /** What exceptions name, `!` and everything from the first wildcard on taken off. */
  private readonly exceptions: readonly string[];

  constructor(patterns: readonly string[]) {
    this.rules = dockerignore({ ignorecase: false }).add(patterns.map(literal));
    this.exceptions = patterns
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern.startsWith("!"))
      .map((pattern) => stem(pattern.slice(1).trim()));
  }

  /** @param path relative to the folder, slashes between, without one at either end */
  excludes(path: string): boolean {
    return this.rules.ignores(path);
  }

  /** Whether something below an excluded folder may be let in again. */
  mayLetInBelow(folder: string): boolean {
    return this.exceptions.some(
      (exception) => `${exception}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(exception),
    );
  }
}

/** To Docker these are characters like any other; the library takes them for a regular expression's. */
const literal = (pattern: string): string => pattern.replace(/[+(){}|]/g, "\\$&");

const stem = (pattern: string): string =>
  pattern
    .replace(/^\.?\//, "")
    .split(/[*?[\\]/, 1)[0]!
    .replace(/\/$/, "");
