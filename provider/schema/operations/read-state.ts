import type { Diagnostic } from "../diagnostic";
import { withoutNullEntries } from "../nulls";
import { conform } from "../plan/conform";
import { plan } from "../plan/plan";
import { project } from "../plan/project";
import { PrivateState } from "../private-state";
import type { AnyDataSource, AnyResource } from "../resource";
import { type ObjectValue, withoutUnknown } from "../value";
import { outcome } from "./outcome";

/** What is there now, told in the terms of the state; no state where the object is gone. */
export async function readState<Services>(
  resource: AnyResource<Services>,
  request: {
    readonly state: ObjectValue;
    /** Whether the state is an import's, which knows nothing but how to find the object. */
    readonly imported: boolean;
    /** Changed by what the resource keeps. @default - nothing is kept */
    readonly privateState?: PrivateState;
    readonly services: Services;
    readonly signal: AbortSignal;
  },
): Promise<{ state?: ObjectValue; diagnostics: Diagnostic[] }> {
  const { privateState = PrivateState.empty() } = request;
  const before = withoutNullEntries(resource.schema, request.state);
  const { value, failed, diagnostics } = await outcome(
    request.signal,
    (call): Promise<ObjectValue | undefined> =>
      resource.read(
        Object.assign({}, request.services, {
          ...call,
          state: before,
          asked: request.imported ? undefined : before,
          privateState,
        }),
      ) as Promise<ObjectValue | undefined>,
  );
  if (failed) return { state: request.state, diagnostics };
  if (value === undefined) return { diagnostics };
  const state = request.imported
    ? project(resource.schema, undefined, { ...request.state, ...value })
    : project(resource.schema, request.state, value);
  return { state, diagnostics };
}

/** What a data source says. */
export async function readDataSource<Services>(
  source: AnyDataSource<Services>,
  request: { readonly config: ObjectValue; readonly services: Services; readonly signal: AbortSignal },
): Promise<{ state?: ObjectValue; diagnostics: Diagnostic[] }> {
  const { planned } = plan(source.schema, undefined, request.config);
  const asked = withoutNullEntries(source.schema, withoutUnknown(planned) as ObjectValue);
  const { value, failed, diagnostics } = await outcome(
    request.signal,
    (call): Promise<ObjectValue> =>
      source.read(Object.assign({}, request.services, { ...call, config: asked })) as Promise<ObjectValue>,
  );
  return failed ? { diagnostics } : { state: conform(source.schema, planned, value ?? {}), diagnostics };
}
