import type { Diagnostic } from "../diagnostic";
import { complete, conform } from "../plan/conform";
import { plan } from "../plan/plan";
import { reconcile } from "../plan/reconcile";
import type { AnyResource } from "../resource";
import { type ObjectValue, withoutUnknown } from "../value";
import { outcome } from "./outcome";

export interface AppliedChange {
  /** Undefined where there is no object (any more). Beside an error: what was made before it. */
  readonly state?: ObjectValue;
  readonly legacy: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ApplyRequest<Services> {
  readonly prior?: ObjectValue;
  /** Undefined where the object is to be removed. */
  readonly planned?: ObjectValue;
  readonly config?: ObjectValue;
  readonly services: Services;
  readonly signal: AbortSignal;
}

/** Makes, changes or removes the object, and tells what state it is in after, whatever happened. */
export async function applyChange<Services>(
  resource: AnyResource<Services>,
  request: ApplyRequest<Services>,
): Promise<AppliedChange> {
  const { prior, planned, config } = request;
  if (planned === undefined) return remove(resource, request);
  const legacy = config ? plan(resource.schema, prior, config).legacy : false;
  let made: ObjectValue | undefined;
  const note = (state: ObjectValue) => {
    made = { ...made, ...state };
  };
  const asked = withoutUnknown(planned) as ObjectValue;
  const { value, failed, diagnostics } = await outcome(request.signal, (call): Promise<ObjectValue> => {
    const common = { ...(request.services as object), ...call, planned: asked, made: note };
    if (!prior) return resource.create(common as never) as Promise<ObjectValue>;
    if (!resource.update) return Promise.resolve(prior);
    return resource.update({ ...common, state: prior } as never) as Promise<ObjectValue>;
  });
  if (!failed)
    return { state: conform(resource.schema, planned, { ...prior, ...made, ...value }), legacy, diagnostics };
  if (!made) return { state: prior, legacy, diagnostics };
  // Told as it was asked: what came through must not show as a difference, for its spelling, in the next plan.
  const state = prior
    ? complete(resource.schema, reconcile(resource.schema, asked, { ...prior, ...made }))
    : conform(resource.schema, planned, made);
  return { state, legacy, diagnostics };
}

async function remove<Services>(
  resource: AnyResource<Services>,
  { prior, services, signal }: ApplyRequest<Services>,
): Promise<AppliedChange> {
  if (!prior) return { legacy: false, diagnostics: [] };
  const { failed, diagnostics } = await outcome(signal, (call) =>
    resource.delete({ ...(services as object), ...call, state: prior } as never),
  );
  return { state: failed ? prior : undefined, legacy: false, diagnostics };
}
