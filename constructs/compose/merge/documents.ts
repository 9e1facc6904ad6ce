import { dirname, resolve } from "node:path";
import { interpolate } from "../interpolate/interpolate";
import { project } from "../keys/project";
import type { Problems } from "../problems/problem";
import { read } from "../read/read";
import type { Files } from "../source/files";
import type { MappingNode } from "../source/node";
import { type Origin, Source } from "../source/source";
import type { Environment } from "./environment";
import { mergeMappings } from "./merge";

/** A Compose file with its variables put in, and what its services and paths are looked up by. */
export interface Document {
  readonly path: string;
  /** What relative paths in it are relative to. */
  readonly directory: string;
  readonly environment: Environment;
  readonly root: MappingNode;
}

/** Reads each file once for each environment that it is read in. */
export class Documents {
  private readonly known = new Map<Environment, Map<string, Document | undefined>>();

  constructor(
    private readonly files: Files,
    private readonly problems: Problems,
    /** How messages show a path. */
    private readonly show: (path: string) => string,
  ) {}

  /** The file at an absolute path, its relative paths taken from `directory`; undefined, and reported, where it cannot be had. */
  document(
    path: string,
    directory: string,
    environment: Environment,
    role: string,
    from?: Origin,
  ): Document | undefined {
    const known = this.known.get(environment) ?? new Map<string, Document | undefined>();
    this.known.set(environment, known);
    const key = `${path}\0${directory}`;
    if (!known.has(key)) known.set(key, this.read(path, directory, environment, role, from));
    return known.get(key);
  }

  /** Content of a file as it is, undefined where there is none. */
  bytes(path: string): Uint8Array | undefined {
    return this.files.read(path);
  }

  /** A text file as a source; undefined, and reported unless `optional`, where it cannot be had. */
  source(path: string, role: string, from?: Origin, directory = dirname(path), optional = false): Source | undefined {
    const content = this.files.read(path);
    if (!content) {
      if (!optional) this.problems.report("file-missing", from, { path: this.show(path), role });
      return undefined;
    }
    const source = new Source(this.show(path), Buffer.from(content).toString("utf8"), directory);
    if (!source.text.includes("\uFFFD") || Buffer.from(source.text).equals(content)) return source;
    this.problems.report("not-utf8", { source, start: 0, end: 1 }, {});
    return undefined;
  }

  private read(
    path: string,
    directory: string,
    environment: Environment,
    role: string,
    from?: Origin,
  ): Document | undefined {
    const source = this.source(path, role, from, directory);
    if (!source) return undefined;
    const roots = read(source, this.problems).map((root) => interpolate(root, environment.lookup, this.problems));
    const [first, ...more] = roots;
    if (!first) return undefined;
    const root = more.reduce((base, over) => mergeMappings(base, over, project), first);
    return { path, directory, environment, root };
  }
}

export const resolveFrom = (origin: Origin, path: string): string => resolve(origin.source.directory, path);
