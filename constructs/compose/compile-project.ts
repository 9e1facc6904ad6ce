import { convert } from "./convert/host/convert";
import type { ProjectModel } from "./convert/host/project-model";
import type { PathOf } from "./convert/path-of";
import { projectNameOf } from "./formats/project-name";
import { type Attempt, attempt, type SourceOptions } from "./prepare";
import { ComposeError } from "./problems/compose-error";

export interface CompileProjectOptions extends SourceOptions {
  /**
   * Name of the project.
   * @default - COMPOSE_PROJECT_NAME of `variables` or an env file, else the file's `name`, else the name of the project's folder
   */
  readonly name?: string;
  /**
   * Profiles whose services are wanted; `*` is all.
   * @default - those of COMPOSE_PROFILES, commas between them, of `variables` or an env file; else services without a profile only
   */
  readonly profiles?: readonly string[];
  /** How a path of this machine is told where Terraform runs. @default - as it is */
  readonly pathOf?: PathOf;
}

const destination = {
  target: "host",
  builds: true,
  edge: false,
  hearsVariables: true,
  nameOf: projectNameOf,
} as const;

/**
 * A Compose file as a project on one engine: read, variables put in, merged, normalized, validated and converted. A pure
 * function of its options and the files that they name.
 */
export function tryCompileProject(options: CompileProjectOptions): Attempt<ProjectModel> {
  const { pathOf = (path) => path } = options;
  return attempt(options, destination, ({ normalized, directory, files, warnings, ...prepared }) => {
    const whereabouts = { workingDirectory: pathOf(directory), files: files.map(pathOf) };
    return convert(normalized, { ...prepared, whereabouts, directory, pathOf }, warnings);
  });
}

/** As `tryCompileProject`. @throws ComposeError with all that is wrong */
export function compileProject(options: CompileProjectOptions): ProjectModel {
  const attempted = tryCompileProject(options);
  if ("errors" in attempted) throw new ComposeError(attempted.errors);
  return attempted.model;
}
