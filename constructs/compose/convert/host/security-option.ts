import { resolve } from "node:path";
import { hasTokens } from "../../terraform/tokens";
import type { PathOf } from "../path-of";

/** The project's folder, absolute, and how Terraform is told of a path of its machine. */
export interface Folder {
  readonly directory: string;
  readonly pathOf: PathOf;
}

/** A seccomp profile, of which the engine's own, one that is written out and one from a root or a home are no such path. */
const RELATIVE_PROFILE = /^(seccomp[=:])(?!(?:unconfined|builtin|\s*\{.*)$|[/~])(.+)$/s;

/**
 * A seccomp profile is a file from the project's folder, whichever file names it.
 * Source: parseSecurityOpts of docker/compose, pkg/compose/create.go
 */
export function securityOption(option: string, { directory, pathOf }: Folder): string {
  const [, name, file] = RELATIVE_PROFILE.exec(option) ?? [];
  return file === undefined || hasTokens(file) ? option : `${name}${pathOf(resolve(directory, file))}`;
}
