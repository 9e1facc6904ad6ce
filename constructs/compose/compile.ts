import { convert } from "./convert/convert";
import type { PathOf } from "./convert/path-of";
import type { StackModel } from "./convert/stack-model";
import { attempt, type SourceOptions } from "./prepare";
import { ComposeError } from "./problems/compose-error";
import type { Problem } from "./problems/problem";

export interface CompileOptions extends Omit<SourceOptions, "replicas"> {
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
  /** How a path of this machine is told where Terraform runs. @default - as it is */
  readonly pathOf?: PathOf;
}

export type Compiled =
  | { readonly stack: StackModel }
  | { readonly errors: readonly Problem[]; readonly warnings: readonly Problem[] };

/**
 * A Compose file as a stack: read, variables put in, merged, normalized, validated and converted. A pure function of its
 * options and the files that they name.
 */
export function tryCompile(options: CompileOptions): Compiled {
  const { rotate = true, builds = false, ingress, pathOf = (path) => path } = options;
  const destination = {
    target: "swarm",
    builds,
    edge: ingress === "edge",
    hearsVariables: false,
    nameOf: (folder: string) => folder,
  } as const;
  const attempted = attempt(options, destination, ({ normalized, warnings, ...prepared }) =>
    convert(normalized, { ...prepared, rotate, builds, pathOf }, warnings),
  );
  return "model" in attempted ? { stack: attempted.model } : attempted;
}

/** As `tryCompile`. @throws ComposeError with all that is wrong */
export function compile(options: CompileOptions): StackModel {
  const compiled = tryCompile(options);
  if ("errors" in compiled) throw new ComposeError(compiled.errors);
  return compiled.stack;
}
