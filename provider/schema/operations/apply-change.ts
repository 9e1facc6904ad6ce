import type { Fields } from "../block";
import type { Diagnostic } from "../diagnostic";
import { withoutNullEntries } from "../nulls";
import { complete, conform } from "../plan/conform";
import { plan } from "../plan/plan";
import { project } from "../plan/project";
import { PrivateState } from "../private-state";
import type { AnyResource, Call } from "../resource";
import { type ObjectValue, withoutUnknown } from "../value";
import { outcome } from "./outcome";

export interface AppliedChange {
  /** Undefined where there is no object (any more). Beside an error: what was made before it. */
  readonly state?: ObjectValue;
  /** What is kept beside it, whatever happened. */
  readonly privateState: PrivateState;
  readonly legacy: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ApplyRequest<Services> {
  readonly prior?: ObjectValue;
  /** Undefined where the object is to be removed. */
  readonly planned?: ObjectValue;
  readonly config?: ObjectValue;
  /** Of the prior state. @default - nothing is kept */
  readonly privateState?: PrivateState;
  readonly services: Services;
  readonly signal: AbortSignal;
}

/** Makes, changes or removes the object, and tells what state it is in after, whatever happened. */
export async function applyChange<Services>(
  resource: AnyResource<Services>,
  request: ApplyRequest<Services>,
): Promise<AppliedChange> {
  const { prior, planned, config, privateState: before = PrivateState.empty() } = request;
  if (planned === undefined) return remove(resource, { ...request, privateState: before });
  const privateState = prior ? before : PrivateState.empty();
  const legacy = config ? plan(resource.schema, prior, config).legacy : false;
  let made: ObjectValue | undefined;
  const note = (state: ObjectValue) => {
    made = { ...made, ...state };
  };
  const asked = complete(resource.schema, withoutUnknown(planned) as ObjectValue);
  const writeOnly = withoutNullEntries(resource.schema, writeOnlyIn(resource.schema, config));
  const given = { ...withoutNullEntries(resource.schema, asked), ...writeOnly };
  const told = (found: ObjectValue) => project(resource.schema, asked, found);
  const run = (call: Call): Promise<ObjectValue> => {
    const common = Object.assign({}, request.services, { ...call, planned: given, made: note, privateState });
    if (!prior) return resource.create(common) as Promise<ObjectValue>;
    if (!resource.update) return Promise.resolve(prior);
    return resource.update(
      Object.assign({}, common, { state: withoutNullEntries(resource.schema, prior) }),
    ) as Promise<ObjectValue>;
  };
  const { value, failed, diagnostics } = await outcome(request.signal, run, writeOnly);
  const common = { privateState, legacy, diagnostics };
  if (!failed) return { state: conform(resource.schema, planned, told({ ...prior, ...made, ...value })), ...common };
  if (!made) return { state: prior, ...common };
  // What came through must not show as a difference, for its spelling, in the next plan.
  const state = told({ ...prior, ...made });
  return { state: prior ? state : conform(resource.schema, planned, state), ...common };
}

/** What stands in the configuration alone. */
const writeOnlyIn = (fields: Fields, config: ObjectValue = {}): ObjectValue =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { options }]) =>
      "writeOnly" in options ? [[name, withoutUnknown(config[name])]] : [],
    ),
  );

async function remove<Services>(
  resource: AnyResource<Services>,
  { prior, privateState, services, signal }: ApplyRequest<Services> & { readonly privateState: PrivateState },
): Promise<AppliedChange> {
  if (!prior) return { privateState, legacy: false, diagnostics: [] };
  const { failed, diagnostics } = await outcome(signal, (call) =>
    resource.delete(
      Object.assign({}, services, { ...call, state: withoutNullEntries(resource.schema, prior), privateState }),
    ),
  );
  return { state: failed ? prior : undefined, privateState, legacy: false, diagnostics };
}
