import { basename, dirname, resolve } from "node:path";
import { convert } from "./convert/convert";
import type { StackModel } from "./convert/stack-model";
import { load } from "./merge/load";
import { withBuiltImages } from "./normalize/built-images";
import { normalize } from "./normalize/normalize";
import { ComposeError } from "./problems/compose-error";
import { type Problem, Problems } from "./problems/problem";
import { disk, type Files } from "./source/files";
import { markTokens } from "./terraform/tokens";
import { checkKeySupport } from "./validate/check-key-support";
import { validate } from "./validate/validate";

export interface CompileOptions {
  /** Paths of the Compose files, relative to the working folder or absolute; later ones build on earlier ones. */
  readonly files: readonly string[];
  /** Name of the stack. @default - the file's `name`, else the name of the project's folder */
  readonly name?: string;
  /** What the files' relative paths are relative to. @default - the folder of the first file */
  readonly projectDirectory?: string;
  /** Values of `${NAME}`. The environment of the process is not read. @default - COMPOSE_PROJECT_NAME, where `name` is given */
  readonly variables?: Readonly<Record<string, string>>;
  /** Files of further variables. @default - `.env` in the project's folder, where there is one */
  readonly envFiles?: readonly string[];
  /** Profiles whose services are wanted; `*` is all. @default - services without a profile only */
  readonly profiles?: readonly string[];
  /** Images to run instead of those that the file names, by service. @default - none */
  readonly images?: Readonly<Record<string, string>>;
  /** Whether names of secrets and configs end in a hash of what they hold, so that new content replaces them. @default true */
  readonly rotate?: boolean;
  /** Who publishes ports: the swarm's mesh, or HAProxy on the edge of it. @default "mesh" */
  readonly ingress?: "mesh" | "edge";
  /**
   * Whether the images of services that have `build` are built. Otherwise such a service needs an image that is, as for
   * `docker stack deploy`.
   * @default false
   */
  readonly builds?: boolean;
  /** Where files are read from. @default - the machine's disk */
  readonly from?: Files;
  /** How messages show the path of a file. @default - as it is */
  readonly show?: (path: string) => string;
}

export type Compiled =
  | { readonly stack: StackModel }
  | { readonly errors: readonly Problem[]; readonly warnings: readonly Problem[] };

/**
 * A Compose file as a stack: read, variables put in, merged, normalized, validated and converted. A pure function of its
 * options and the files that they name.
 */
export function tryCompile(options: CompileOptions): Compiled {
  const problems = new Problems();
  const paths = options.files.map((file) => resolve(file));
  const directory = resolve(options.projectDirectory ?? dirname(paths[0] ?? "."));
  const stack = build(options, paths, directory, problems);
  return stack && problems.errors.length === 0 ? { stack } : { errors: problems.errors, warnings: problems.warnings };
}

/** As `tryCompile`. @throws ComposeError with all that is wrong */
export function compile(options: CompileOptions): StackModel {
  const compiled = tryCompile(options);
  if ("errors" in compiled) throw new ComposeError(compiled.errors);
  return compiled.stack;
}

/** What code gives, and no file, may hold tokens. */
const marked = (texts: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, markTokens(text)]));

function build(
  options: CompileOptions,
  paths: readonly string[],
  directory: string,
  problems: Problems,
): StackModel | undefined {
  const { name, rotate = true, builds = false, from: files = disk, show = (path) => path } = options;
  const variables = { ...(name === undefined ? {} : { COMPOSE_PROJECT_NAME: name }), ...marked(options.variables) };
  if (paths.length === 0) problems.report("no-files", undefined, {});
  const envFiles = options.envFiles?.map((file) => resolve(file));
  const loaded = load({ paths, directory, variables, envFiles, files, show }, problems);
  if (!loaded) return undefined;
  checkKeySupport(loaded.root, { target: "swarm", builds }, problems);
  const decoded = normalize(loaded, { profiles: options.profiles, images: marked(options.images) }, problems);
  if (!decoded) return undefined;
  const stack = name ?? decoded.project.name ?? basename(directory);
  const normalized = builds ? withBuiltImages(decoded, stack, options.images) : decoded;
  validate({ ...normalized, problems, stack, edge: options.ingress === "edge", builds }, loaded.root);
  return problems.errors.length > 0
    ? undefined
    : convert(normalized, { name: stack, rotate, builds, lookup: loaded.environment.lookup }, problems.warnings);
}
