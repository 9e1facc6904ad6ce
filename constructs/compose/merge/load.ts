import { basename, dirname, join } from "node:path";
import { project } from "../keys/project";
import type { Problems } from "../problems/problem";
import type { Files } from "../source/files";
import type { MappingNode } from "../source/node";
import type { Origin, Source } from "../source/source";
import { Documents, resolveFrom } from "./documents";
import { type Environment, environmentOf, withEnvFiles } from "./environment";
import { Extender } from "./extends";
import { includeInto, readInclusions } from "./include";
import { dropResets, mergeMappings } from "./merge";

export interface LoadRequest {
  /** Absolute paths; later files build on earlier ones. */
  readonly paths: readonly string[];
  /** What the files' relative paths are relative to, absolute. */
  readonly directory: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Absolute paths of .env files. @default - `.env` in `directory`, where there is one */
  readonly envFiles?: readonly string[];
  readonly files: Files;
  /** How messages show a path. */
  readonly show: (path: string) => string;
}

export interface Loaded {
  readonly root: MappingNode;
  /** The projects that are included, each as it stands: what of them has no place in `root` is looked at there. */
  readonly included: readonly MappingNode[];
  readonly environment: Environment;
  readonly documents: Documents;
}

/** All files that make a project, as one: read, variables put in, `extends`, `include` and merging done. */
export function load(request: LoadRequest, problems: Problems): Loaded | undefined {
  const documents = new Documents(request.files, problems, request.show);
  const loader = new Loader(documents, problems);
  const environment = loader.environment(environmentOf(request.variables), request.directory, request.envFiles);
  const root = loader.project(request.paths, request.directory, environment, "Compose file", undefined, []);
  return root && { root: dropResets(root), included: loader.included.map(dropResets), environment, documents };
}

class Loader {
  readonly included: MappingNode[] = [];
  private readonly extender: Extender;

  constructor(
    private readonly documents: Documents,
    private readonly problems: Problems,
  ) {
    this.extender = new Extender(documents, problems);
  }

  project(
    paths: readonly string[],
    directory: string,
    environment: Environment,
    role: string,
    from: Origin | undefined,
    chain: readonly string[],
  ): MappingNode | undefined {
    let merged: MappingNode | undefined;
    for (const path of paths) {
      if (chain.includes(path)) {
        const circle = [...chain.slice(chain.indexOf(path)), path];
        this.problems.report("include-cycle", from, { chain: circle.map((file) => basename(file)) });
        continue;
      }
      const document = this.documents.document(path, directory, environment, role, from);
      if (!document) continue;
      const root = this.include(this.extender.extend(document), environment, [...chain, path]);
      merged = merged ? mergeMappings(merged, root, project) : root;
    }
    return merged;
  }

  environment(outer: Environment, directory: string, named?: readonly string[], from?: Origin): Environment {
    const paths = named ?? [join(directory, ".env")];
    const sources = paths.map((path) => this.documents.source(path, "env file", from, directory, named === undefined));
    return withEnvFiles(
      outer,
      sources.filter((source): source is Source => source !== undefined),
      this.problems,
    );
  }

  private include(root: MappingNode, environment: Environment, chain: readonly string[]): MappingNode {
    let result = root;
    for (const { origin, paths, envFiles, projectDirectory } of readInclusions(root, this.problems)) {
      const files = paths.map((path) => resolveFrom(path, path.text));
      const directory = projectDirectory ? resolveFrom(projectDirectory, projectDirectory.text) : dirname(files[0]!);
      const named = envFiles?.map((file) => resolveFrom(file, file.text));
      const inner = this.environment(environment, directory, named, envFiles?.[0] ?? origin);
      const included = this.project(files, directory, inner, "included file", origin, chain);
      if (!included) continue;
      this.included.push(included);
      result = includeInto(result, included, this.problems);
    }
    return result;
  }
}
