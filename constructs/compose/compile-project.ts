import { convert } from "./convert/host/convert";
import type { ProjectModel } from "./convert/host/project-model";
import type { PathOf } from "./convert/path-of";
import { projectNameOf } from "./formats/project-name";
import { type Attempt, attempt, type SourceOptions } from "./prepare";
import { ComposeError } from "./problems/compose-error";

export interface CompileProjectOptions extends SourceOptions {
  /** How a path of this machine is told where Terraform runs. @default - as it is */
  readonly pathOf?: PathOf;
}

const destination = { target: "host", builds: true, edge: false, nameOf: projectNameOf } as const;

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
