import type { Service } from "../keys/service";
import type { Target } from "../keys/support";
import type { Normalized } from "../normalize/normalize";
import type { Problems } from "../problems/problem";
import type { Origin } from "../source/source";

/** What a check of a service is told. */
export interface Scope extends Normalized {
  readonly problems: Problems;
  readonly target: Target;
  /** Name of the stack or project. */
  readonly stack: string;
  /** Whether published ports are another service's affair, HAProxy's. */
  readonly edge: boolean;
  /** Whether images are built. */
  readonly builds: boolean;
  /** Whether what secrets hold is in no plan and no state. */
  readonly writeOnly: boolean;
  readonly secretVersions?: Readonly<Record<string, number>>;
}

export type ServiceCheck = (service: Service, name: string, scope: Scope) => void;

/** Where `key` of a service was said; where the service was, if it was not. */
export function at({ origins, project }: Scope, service: Service, name: string, key = ""): Origin | undefined {
  return origins.of(service, key) ?? origins.of(project.services!, name);
}
