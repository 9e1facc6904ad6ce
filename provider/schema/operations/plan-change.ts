import type { Diagnostic } from "../diagnostic";
import { equal, sameBlocks } from "../equal";
import type { Path } from "../path";
import { plan } from "../plan/plan";
import { PrivateState } from "../private-state";
import type { AnyResource } from "../resource";
import type { ObjectValue } from "../value";
import { outcome } from "./outcome";

export interface PlannedChange {
  /** Undefined where the object is to be removed. */
  readonly planned?: ObjectValue;
  readonly replace: readonly Path[];
  readonly legacy: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What an apply would do: the generic plan of schema, state and configuration, then the resource's own last word.
 *
 * @param change.config undefined where the object is to be removed
 */
export async function planChange<Services>(
  resource: AnyResource<Services>,
  change: {
    readonly prior?: ObjectValue;
    readonly config?: ObjectValue;
    /** Of the prior state. @default - nothing is kept */
    readonly privateState?: PrivateState;
    readonly services?: Services;
    readonly signal: AbortSignal;
  },
): Promise<PlannedChange> {
  const { prior, config, services, signal, privateState = PrivateState.empty() } = change;
  if (config === undefined) {
    const { diagnostics } = await outcome(signal, (call) =>
      prior ? resource.planDestroy?.({ ...call, prior, services, privateState }) : undefined,
    );
    return { replace: [], legacy: false, diagnostics };
  }
  const generic = plan(resource.schema, prior, config);
  if (!resource.plan) return { ...generic, diagnostics: [] };
  const hook = resource.plan.bind(resource);
  const { value, diagnostics } = await outcome(signal, (call) =>
    hook({ ...call, prior, planned: { ...generic.planned }, config, services, privateState }),
  );
  const planned = (value?.planned ?? generic.planned) as ObjectValue;
  const inPlace: readonly string[] = value?.inPlace ?? [];
  const bySchema = generic.replace.filter(([name]) => !inPlace.includes(String(name)));
  // What the hook has planned as it was does not replace the object either.
  const replace = [...bySchema, ...(value?.replace ?? []).map((name) => [name])].filter(
    ([name]) => prior && differs(resource, String(name), prior, planned),
  );
  return {
    planned,
    replace,
    legacy: generic.legacy || value?.legacy === true,
    diagnostics,
  };
}

function differs(resource: AnyResource, name: string, prior: ObjectValue, planned: ObjectValue): boolean {
  const field = resource.schema[name];
  if (!field) throw new Error(`${resource.type} has no attribute ${name}`);
  return field.kind === "block"
    ? !sameBlocks(field, prior[name], planned[name])
    : !equal(field.type, prior[name], planned[name]);
}
