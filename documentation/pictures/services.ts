import type { Arguments, Declared } from "./synthesized";

/** A service of stage 4, as pictures need it. */
export interface Service {
  /** Without the stack's. */
  readonly name: string;
  readonly tasks: number;
  /** Names of its networks, without the stack's. */
  readonly networks: readonly string[];
  /** Name of its volume, without the stack's. */
  readonly volume?: string;
  /** Where it is published. */
  readonly port?: number;
}

interface DeclaredService extends Arguments {
  readonly name: string;
  readonly mode?: { readonly replicated?: { readonly replicas: number | string } };
  readonly endpoint_spec?: { readonly ports?: readonly { readonly published_port: number }[] };
  readonly task_spec: {
    readonly networks_advanced: readonly { readonly name: string }[];
    readonly container_spec: { readonly mounts?: readonly { readonly source: string }[] };
  };
}

/** Every service of the stack, in the order of their names; where a variable says how many tasks, its default counts. */
export function servicesOf(declared: Declared): readonly Service[] {
  const short = (name: string) => name.replace(/^voting_stack_/, "");
  const nameOf = (reference: string) => short(declared.referred<{ readonly name: string }>(reference)!.name);
  return declared
    .all<DeclaredService>("docker_service")
    .filter(({ name }) => name.startsWith("voting_stack_"))
    .map(({ name, mode, endpoint_spec, task_spec: { networks_advanced, container_spec } }) => {
      const replicas = mode?.replicated?.replicas ?? 1;
      return {
        name: short(name),
        tasks: typeof replicas === "number" ? replicas : Number(declared.defaultOf(replicas)),
        networks: networks_advanced.map(({ name: reference }) => nameOf(reference)).sort(),
        volume: container_spec.mounts?.map(({ source }) => nameOf(source))[0],
        port: endpoint_spec?.ports?.[0]?.published_port,
      };
    });
}
