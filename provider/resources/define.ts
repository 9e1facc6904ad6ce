import { type Engine, type Engines, isEngineError } from "../engine";
import { type Call, resourceDefiner } from "../schema";
import { engineOfObject } from "./engine-attribute";
import type { Journal } from "./journal";
import type { RegistryCredentials } from "./registry-credentials";

/** What every resource and data source of this provider is given. */
export interface Services {
  /** The engine that the object is on: its own `engine`, or the provider's `host`. */
  readonly engine: Engine;
  /** Every other engine, by its address. */
  readonly engines: Engines;
  readonly journal: Journal;
  readonly registries: RegistryCredentials;
}

/** What a call of a resource is given, beside its values. */
export type DockerCall = Services & Call;

const define = resourceDefiner<Services, { readonly engine: typeof engineOfObject }>({ engine: engineOfObject });

/**
 * A resource that can be on any engine, the one inside a container among them: when that container is gone, so is
 * the object; when it is stopped, nothing is known, and what the state says stands.
 */
export const defineResource: typeof define = (resource) => {
  const defined = define(resource);
  return {
    ...defined,
    async read(call) {
      try {
        return await defined.read(call);
      } catch (error) {
        if (!isEngineError(error)) throw error;
        if (error.code === "container-absent") return undefined;
        if (error.code !== "container-stopped") throw error;
        call.warn(`${resource.type} was not refreshed: ${error.summary}`, error.remedy);
        return { ...call.state };
      }
    },
    async delete(call) {
      try {
        await defined.delete(call);
      } catch (error) {
        if (!isEngineError(error) || error.code !== "container-absent") throw error;
      }
      const { name } = call.state as { name?: string };
      if (name !== undefined) call.journal.settleNamed({ type: resource.type, name, engine: call.engine.url });
    },
  };
};
