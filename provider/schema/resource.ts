import type { Fields } from "./block";
import type { Diagnostic } from "./diagnostic";
import type { Config, Observed, Planned, State } from "./infer";
import type { PrivateState } from "./private-state";
import type { ObjectValue } from "./value";

/** What every call of a resource or data source is given, beside the services of the provider (for Docker: the engine). */
export interface Call {
  /** Aborted when the user stops Terraform, or Terraform itself is gone. */
  readonly signal: AbortSignal;
  /** Tells the user something that is no error. */
  warn(summary: string, detail?: string): void;
}

/** What a call about an object that has a state, or is about to have one, is given too. */
export interface WithPrivateState {
  /** Kept with the object's state; what a call changes in it is stored, also when the call fails. */
  readonly privateState: PrivateState;
}

/**
 * One type of resource: its schema as data, and what create, read, update and delete do.
 * A resource never sees the wire: values come decoded, typed by the schema, free of unknowns, and maps without entries
 * that are null.
 */
export interface Resource<F extends Fields, Services> {
  readonly type: string;
  readonly doc: string;
  readonly schema: F;
  /** Version of the schema in state. @default 0 */
  readonly version?: number;
  /** By the version it comes from: turns a state of that version into one of the next. */
  readonly upgrades?: { readonly [from: number]: (state: Record<string, unknown>) => Record<string, unknown> };

  /** Complaints about the configuration as a whole, beyond its attributes one by one. Values may be UNKNOWN. */
  validate?(config: Planned<F>): Diagnostic[];

  /**
   * The last word on a plan: may change computed values of `planned` (to UNKNOWN where an update changes them) and
   * name attributes whose change replaces the object. `prior` is undefined on create. `services` is undefined
   * where the engine is not known yet. `privateState` is the prior state's, also where it is planned a second time, as
   * a create, because the object is replaced; what is changed in it is lost.
   */
  plan?(
    change: Call &
      WithPrivateState & {
        readonly prior: State<F> | undefined;
        readonly planned: Planned<F>;
        /** What is written, without defaults and what is computed. */
        readonly config: Planned<F>;
        readonly services: Services | undefined;
      },
  ): Promise<PlanChange<F>> | PlanChange<F>;

  /** Told that the plan removes the object for good, or after its replacement was made. `services` as for `plan`. */
  planDestroy?(
    change: Call & WithPrivateState & { readonly prior: State<F>; readonly services: Services | undefined },
  ): Promise<void> | void;

  /**
   * Makes the object. `made` notes what exists already: when something fails after it, that state is kept
   * and the object is not lost track of.
   */
  create(
    call: Services & Call & WithPrivateState & { readonly planned: Config<F>; made(state: Observed<F>): void },
  ): Promise<Observed<F>>;

  /**
   * What is there now, whoever asked for it, or undefined where the object is gone: what becomes of it in state is the
   * schema's to say. `state` says where the object is, `asked` what is known of what was asked: undefined on import.
   */
  read(
    call: Services & Call & WithPrivateState & { readonly state: State<F>; readonly asked: State<F> | undefined },
  ): Promise<Observed<F> | undefined>;

  /** Changes the object in place. @default - every change replaces it, or needs no call */
  update?(
    call: Services &
      Call &
      WithPrivateState & { readonly planned: Config<F>; readonly state: State<F>; made(state: Observed<F>): void },
  ): Promise<Observed<F>>;

  /** Removes the object; one that is gone already is no error. */
  delete(call: Services & Call & WithPrivateState & { readonly state: State<F> }): Promise<void>;

  /**
   * How `terraform import` finds the object: "id" takes the text as the id; a function makes the first state of it.
   * @default - not importable
   */
  readonly import?: "id" | ((id: string) => Observed<F>);

  /** What tells an object from all others of its type, and how one is imported by it. @default - nothing is told */
  readonly identity?: Identity;

  /**
   * Attributes that together name an object, the name first: by these a tainted one is found, whose replacement
   * Terraform plans as a create, so that `plan` and `delete` have its `privateState`.
   * @default - a tainted object is deleted with none
   */
  readonly namedBy?: readonly (keyof F & string)[];
}

/** Kept beside an object's state for its life. Needs Terraform 1.12. */
export interface Identity {
  /** Attributes alone; those that are required are needed for an import. */
  readonly schema: Fields;
  /** Version of the schema in state. @default 0 */
  readonly version?: number;
  of(state: ObjectValue): ObjectValue;
  /** The first state of an object that is imported by its identity. */
  import(identity: ObjectValue): ObjectValue;
}

// biome-ignore lint/suspicious/noConfusingVoidType: a plan hook that changes nothing returns nothing
export type PlanChange<F extends Fields> = void | {
  readonly planned?: Planned<F>;
  /** Names of attributes whose change replaces the object. */
  readonly replace?: readonly (keyof F & string)[];
  /** Names of attributes whose change does not replace the object, though the schema says so. */
  readonly inPlace?: readonly (keyof F & string)[];
  /** The plan keeps null, or a block, where the configuration says otherwise. @default false */
  readonly legacy?: boolean;
};

export interface DataSource<F extends Fields, Services> {
  readonly type: string;
  readonly doc: string;
  readonly schema: F;
  validate?(config: Planned<F>): Diagnostic[];
  read(call: Services & Call & { readonly config: Config<F> }): Promise<Observed<F>>;
}

// biome-ignore lint/suspicious/noExplicitAny: resources of every schema stand in one list
export type AnyResource<Services = any> = Resource<any, Services>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyDataSource<Services = any> = DataSource<any, Services>;

/** `defineResource` for a provider whose types share some fields and are given its services. */
export const resourceDefiner =
  <Services, const Common extends Fields>(common: Common) =>
  <const F extends Fields>(
    resource: Omit<Resource<F & Common, Services>, "schema"> & { readonly schema: F },
  ): Resource<F & Common, Services> =>
    ({ ...resource, schema: { ...resource.schema, ...common } }) as Resource<F & Common, Services>;

/** `defineDataSource`, likewise. */
export const dataSourceDefiner =
  <Services, const Common extends Fields>(common: Common) =>
  <const F extends Fields>(
    source: Omit<DataSource<F & Common, Services>, "schema"> & { readonly schema: F },
  ): DataSource<F & Common, Services> =>
    ({ ...source, schema: { ...source.schema, ...common } }) as DataSource<F & Common, Services>;
