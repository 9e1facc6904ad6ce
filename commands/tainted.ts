/** A service that an apply made and gave up on, so that the next one would replace it. */
export interface TaintedService {
  /** As Terraform's commands take it: `module.a.docker_service.web["x"]`. */
  readonly address: string;
  readonly id: string;
  readonly name: string;
  /** URL of its engine; undefined where it is the provider's own. */
  readonly engine: string | undefined;
}

interface RawState {
  readonly resources?: readonly {
    readonly mode?: string;
    readonly module?: string;
    readonly type?: string;
    readonly name?: string;
    readonly instances?: readonly RawInstance[];
  }[];
}

interface RawInstance {
  readonly status?: string;
  /** Set where a replacement has taken its place already. */
  readonly deposed?: string;
  readonly index_key?: string | number;
  readonly attributes?: { readonly id?: unknown; readonly name?: unknown; readonly engine?: unknown };
}

/** The tainted services of a state. @param text of a state file of version 4; what is no state has none */
export function taintedServices(text: string): TaintedService[] {
  return (tryParse(text)?.resources ?? [])
    .filter(({ mode, type }) => mode === "managed" && type === "docker_service")
    .flatMap(({ module, name, instances = [] }) =>
      instances.flatMap(({ status, deposed, index_key: index, attributes = {} }) => {
        if (status !== "tainted" || deposed !== undefined || typeof attributes.id !== "string") return [];
        const within = module ? `${module}.` : "";
        const at = index === undefined ? "" : `[${JSON.stringify(index)}]`;
        return {
          address: `${within}docker_service.${name}${at}`,
          id: attributes.id,
          name: String(attributes.name),
          engine: typeof attributes.engine === "string" ? attributes.engine : undefined,
        };
      }),
    );
}

function tryParse(text: string): RawState | undefined {
  try {
    return (JSON.parse(text) as RawState | null) ?? undefined;
  } catch {
    return undefined;
  }
}
