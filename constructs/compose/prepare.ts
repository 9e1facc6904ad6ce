import { basename, dirname, resolve } from "node:path";
import { composeVariables } from "./compose-variables";
import type { Lookup } from "./convert/build";
import type { Target } from "./keys/support";
import { load } from "./merge/load";
import { withBuiltImages } from "./normalize/built-images";
import { type Normalized, normalize } from "./normalize/normalize";
import { withReplicas } from "./normalize/replicas";
import { type Problem, Problems } from "./problems/problem";
import { disk, type Files } from "./source/files";
import { markTokens } from "./terraform/tokens";
import { checkKeySupport } from "./validate/check-key-support";
import { validate } from "./validate/validate";

/** What is read, whatever becomes of it. */
export interface SourceOptions {
  /** Paths of the Compose files, relative to the working folder or absolute; later ones build on earlier ones. */
  readonly files: readonly string[];
  /** Name of the stack or project. @default - the file's `name`, else the name of the project's folder */
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
  /** Number of containers, by service, in place of what the file says. @default - the file's */
  readonly replicas?: Readonly<Record<string, number>>;
  /**
   * `write-only`: what secrets hold is in no plan and no state. It has to be a value that Terraform alone knows: an
   * `EphemeralVariable`, or an attribute of an ephemeral resource, given as one of `variables` that a secret names as its
   * `environment`. Needs Terraform 1.11.
   * @default - as the files have it, in cdk.tf.json and in state
   */
  readonly secrets?: "write-only";
  /** Of secrets that are write-only, a number to be another one where the secret is, by its key. @default - 1 each */
  readonly secretVersions?: Readonly<Record<string, number>>;
  /** Where files are read from. @default - the machine's disk */
  readonly from?: Files;
  /** How messages show the path of a file. @default - as it is */
  readonly show?: (path: string) => string;
}

/** A file that is read and found right, all that its conversion needs. */
export interface Prepared extends Pick<SourceOptions, "secretVersions"> {
  /** Whether what secrets hold is write-only. */
  readonly writeOnly: boolean;
  readonly normalized: Normalized;
  /** Name of the stack or project. */
  readonly name: string;
  /** What the files' relative paths are relative to, absolute. */
  readonly directory: string;
  /** The files, absolute. */
  readonly files: readonly string[];
  readonly lookup: Lookup;
  readonly warnings: readonly Problem[];
}

interface Destination {
  readonly target: Target;
  /** Whether images are built. */
  readonly builds: boolean;
  /** Whether published ports are another service's affair. */
  readonly edge: boolean;
  /** Whether COMPOSE_PROJECT_NAME and COMPOSE_PROFILES are heard: `docker stack deploy` knows neither. */
  readonly hearsVariables: boolean;
  /** The name that a folder's gives. */
  readonly nameOf: (folder: string) => string;
}

/** What code gives, and no file, may hold tokens. */
const marked = (texts: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, markTokens(text)]));

/** Reads files as one project for a target, and checks it; what is wrong is reported. */
function prepare(options: SourceOptions, destination: Destination, problems: Problems): Prepared | undefined {
  const { target, builds, edge, hearsVariables, nameOf } = destination;
  const { from: disks = disk, show = (path) => path } = options;
  const files = options.files.map((file) => resolve(file));
  const directory = resolve(options.projectDirectory ?? dirname(files[0] ?? "."));
  if (files.length === 0) problems.report("no-files", undefined, {});
  const envFiles = options.envFiles?.map((file) => resolve(file));
  const variables: Record<string, string> = marked(options.variables);
  if (options.name !== undefined) variables["COMPOSE_PROJECT_NAME"] ??= options.name;
  const loaded = load({ paths: files, directory, variables, envFiles, files: disks, show }, problems);
  if (!loaded) return undefined;
  checkKeySupport(loaded.root, { target, builds }, problems);
  const images = marked(options.images);
  const { lookup } = loaded.environment;
  const told = hearsVariables ? composeVariables(lookup) : {};
  const decoded = normalize(loaded, { target, profiles: options.profiles ?? told.profiles, images }, problems);
  if (!decoded) return undefined;
  const name = options.name ?? told.name ?? decoded.project.name ?? nameOf(basename(directory));
  const named = builds ? withBuiltImages(decoded, name, options.images) : decoded;
  const normalized = withReplicas(named, options.replicas ?? {});
  const { secretVersions } = options;
  const writeOnly = options.secrets === "write-only";
  validate({ ...normalized, problems, target, stack: name, edge, builds, writeOnly, secretVersions }, loaded.root);
  return { normalized, name, directory, files, lookup, writeOnly, secretVersions, warnings: problems.warnings };
}

export type Attempt<Model> =
  | { readonly model: Model }
  | { readonly errors: readonly Problem[]; readonly warnings: readonly Problem[] };

/** What `convert` makes of the files, or all that is wrong with them. */
export function attempt<Model>(
  options: SourceOptions,
  destination: Destination,
  convert: (prepared: Prepared) => Model,
): Attempt<Model> {
  const problems = new Problems();
  const prepared = prepare(options, destination, problems);
  const { errors, warnings } = problems;
  return prepared && errors.length === 0 ? { model: convert(prepared) } : { errors, warnings };
}
