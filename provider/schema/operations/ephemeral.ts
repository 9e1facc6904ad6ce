import type { Diagnostic } from "../diagnostic";
import type { AnyEphemeralResource, Lease } from "../ephemeral-resource";
import { withoutNullEntries } from "../nulls";
import { conform } from "../plan/conform";
import { plan } from "../plan/plan";
import { PrivateState } from "../private-state";
import { type ObjectValue, withoutUnknown } from "../value";
import { outcome } from "./outcome";

interface Opening<Services> {
  readonly config: ObjectValue;
  readonly services: Services;
  readonly signal: AbortSignal;
}

interface Open extends Lease {
  readonly privateState: PrivateState;
  readonly diagnostics: readonly Diagnostic[];
}

/** What it gives; no result where it could not be opened. */
export async function openEphemeral<Services>(
  resource: AnyEphemeralResource<Services>,
  { config, services, signal }: Opening<Services>,
): Promise<Open & { readonly result?: ObjectValue }> {
  const { planned } = plan(resource.schema, undefined, config);
  const asked = withoutNullEntries(resource.schema, withoutUnknown(planned) as ObjectValue);
  const privateState = PrivateState.empty();
  const { value, diagnostics } = await outcome(signal, (call) =>
    resource.open(Object.assign({}, services, { ...call, config: asked, privateState })),
  );
  if (!value) return { privateState, diagnostics };
  const result = conform(resource.schema, planned, value.result as ObjectValue);
  return { result, renewAt: value.renewAt, privateState, diagnostics };
}

type Kept = { readonly privateState: PrivateState; readonly signal: AbortSignal };

export async function renewEphemeral(resource: AnyEphemeralResource, { privateState, signal }: Kept): Promise<Open> {
  const { value, diagnostics } = await outcome(signal, (call) => resource.renew?.({ ...call, privateState }));
  return { renewAt: value?.renewAt, privateState, diagnostics };
}

export async function closeEphemeral(resource: AnyEphemeralResource, { privateState, signal }: Kept) {
  const { diagnostics } = await outcome(signal, (call) => resource.close?.({ ...call, privateState }));
  return { diagnostics };
}
