import type { Fields } from "./block";
import type { Diagnostic } from "./diagnostic";
import type { Config, Observed, Planned } from "./infer";
import type { PrivateState } from "./private-state";
import type { Call } from "./resource";

/** What is kept of one that is open, in Terraform's memory alone. */
interface Opened {
  readonly privateState: PrivateState;
}

/** When it has to be renewed. */
export interface Lease {
  /** @default - it lasts as long as Terraform needs it */
  readonly renewAt?: Date;
}

/** Values that Terraform asks for in each run anew and keeps in no plan and no state. Needs Terraform 1.10. */
export interface EphemeralResource<F extends Fields, Services> {
  readonly type: string;
  readonly doc: string;
  readonly schema: F;
  validate?(config: Planned<F>): Diagnostic[];
  open(
    call: Services & Call & Opened & { readonly config: Config<F> },
  ): Promise<Lease & { readonly result: Observed<F> }>;
  /** Prolongs what is open: its values stay as they are. @default - it is never renewed */
  renew?(call: Call & Opened): Promise<Lease>;
  /** Ends it, where it does not end by itself. @default - it does */
  close?(call: Call & Opened): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: types of every schema stand in one list
export type AnyEphemeralResource<Services = any> = EphemeralResource<any, Services>;

/** `defineEphemeralResource` for a provider whose types share some fields and are given its services. */
export const ephemeralResourceDefiner =
  <Services, const Common extends Fields>(common: Common) =>
  <const F extends Fields>(
    resource: Omit<EphemeralResource<F & Common, Services>, "schema"> & { readonly schema: F },
  ): EphemeralResource<F & Common, Services> =>
    ({ ...resource, schema: { ...resource.schema, ...common } }) as EphemeralResource<F & Common, Services>;
