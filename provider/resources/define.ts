import { type Engine, type Engines, isEngineError } from "../engine";
import { type Call, type ObjectValue, resourceDefiner } from "../schema";
import { askedFor } from "./asked-for";
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
  /** Where an object is created: a digest of what its configuration asks for. */
  readonly asked?: string;
}

/** What a call of a resource is given, beside its values. */
export type DockerCall = Services & Call;

const define = resourceDefiner<Services, { readonly engine: typeof engineOfObject }>({ engine: engineOfObject });

/**
 * A resource that can be on any engine, the one inside a container among them: when that container is gone, so is
 * the object, unless a volume kept it; when it is stopped, nothing is known, and what the state says stands.
 */
export const defineResource: typeof define = (resource) => {
  const defined = define(resource);
  const nameOf = ({ engine }: Services, { name }: ObjectValue) =>
    typeof name === "string" ? { type: resource.type, name, engine: engine.url } : undefined;
  return {
    ...defined,
    async create(call) {
      const made = await defined.create({ ...call, asked: askedFor(defined.schema, call.planned as ObjectValue) });
      const named = nameOf(call, made as ObjectValue);
      if (named) call.journal.lost.settle(named);
      return made;
    },
    async read(call) {
      const state = call.state as ObjectValue;
      const named = nameOf(call, state);
      try {
        const found = await defined.read(call);
        if (named) call.journal.lost.settle(named);
        return found;
      } catch (error) {
        if (!isEngineError(error)) throw error;
        if (error.code === "container-absent") {
          const { id } = state;
          if (named && typeof id === "string")
            call.journal.lost.add({ ...named, id, asked: askedFor(defined.schema, state) });
          return undefined;
        }
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
      const named = nameOf(call, call.state as ObjectValue);
      if (named) call.journal.settleNamed(named);
    },
  };
};
