import type { Fields } from "./block";
import type { AnyEphemeralResource } from "./ephemeral-resource";
import type { AnyFunction } from "./function";
import type { AnyDataSource, AnyResource } from "./resource";
import type { ObjectValue } from "./value";

/** A whole provider, as data and functions; provider/plugin serves it over the wire. */
export interface Provider<Services = unknown> {
  /** The provider block. */
  readonly schema: Fields;
  readonly doc: string;
  readonly resources: readonly AnyResource<Services>[];
  readonly dataSources: readonly AnyDataSource<Services>[];
  /** @default - none */
  readonly ephemeralResources?: readonly AnyEphemeralResource<Services>[];
  /** @default - none */
  readonly functions?: readonly AnyFunction[];
  /** Reads the provider block; connects to nothing. Throws DiagnosticError. */
  configure(config: ObjectValue): Configured<Services>;
}

export interface Configured<Services = unknown> {
  /** What the calls of an object are given; `values` are its attributes (the engine's address is one of them). */
  services(type: string, values: ObjectValue): Services | Promise<Services>;
  /** Lets go of every connection. */
  close(): void;
}
