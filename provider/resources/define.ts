import type { Engine } from "../engine";
import { type Call, resourceDefiner } from "../schema";
import { engineOfObject } from "./engine-attribute";
import type { Journal } from "./journal";
import type { RegistryCredentials } from "./registry-credentials";

/** What every resource and data source of this provider is given. */
export interface Services {
  /** The engine that the object is on: its own `engine`, or the provider's `host`. */
  readonly engine: Engine;
  readonly journal: Journal;
  readonly registries: RegistryCredentials;
}

/** What a call of a resource is given, beside its values. */
export type DockerCall = Services & Call;

/** A resource that can be on any engine. */
export const defineResource = resourceDefiner<Services, { readonly engine: typeof engineOfObject }>({
  engine: engineOfObject,
});
