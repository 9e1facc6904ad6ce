import { type CompileProjectOptions, tryCompileProject } from "../../../constructs/compose/compile-project";
import type { ContainerArguments, ProjectModel } from "../../../constructs/compose/convert/host/project-model";
import { ComposeError } from "../../../constructs/compose/problems/compose-error";
import type { Problem } from "../../../constructs/compose/problems/problem";
import { memory } from "../../../constructs/compose/source/files";
import { withService } from "./compile-text";

interface Given extends Partial<CompileProjectOptions> {
  /** Further files, by their names beside `compose.yml`. */
  readonly beside?: Readonly<Record<string, string | Buffer>>;
}

const attemptText = (text: string, { beside = {}, ...options }: Given = {}) =>
  tryCompileProject({
    files: ["/p/compose.yml"],
    from: memory(
      Object.fromEntries(
        Object.entries({ "compose.yml": text, ...beside }).map(([name, content]) => [`/p/${name}`, content]),
      ),
    ),
    show: (path) => path.replace(/^\/p\//, ""),
    name: "pr",
    ...options,
  });

/** The project of a text that has no error. */
export function projectOf(text: string, given?: Given): ProjectModel {
  const attempted = attemptText(text, given);
  if ("errors" in attempted) throw new ComposeError(attempted.errors);
  return attempted.model;
}

/** `code line:column` of what is reported. */
export function reportedOfProject(text: string, given?: Given): string[] {
  const attempted = attemptText(text, given);
  const problems: readonly Problem[] =
    "errors" in attempted ? [...attempted.errors, ...attempted.warnings] : attempted.model.warnings;
  return problems.map(({ code, where = "" }) => `${code} ${where.replace(/^compose\.yml:/, "")}`.trim()).sort();
}

/** Arguments of the container that a service of these lines becomes, without those that every one has. */
export function argumentsOf(body: string, top = "", given?: Given): ContainerArguments {
  const {
    networkMode: _,
    networksAdvanced: __,
    ...rest
  } = projectOf(withService(body, top), given).services["web"]!.containers[0]!.arguments;
  return rest;
}
