import { type Engine, type Engines, isEngineError } from "../../engine";
import {
  type AnyResource,
  type Call,
  type Fields,
  type ObjectValue,
  type Resource,
  resourceDefiner,
  type WithPrivateState,
} from "../schema";
import { configDigest } from "./config-digest";
import { engineOfObject, importedFrom } from "./engine-attribute";
import { identityOn } from "./identity";
import type { LeftImages } from "./image/left-images";
import type { Journal } from "./journal";
import type { Leftover, NothingLeft } from "./leftover";
import { keptNonce } from "./nonce";
import type { RegistryCredentials } from "./registry-credentials";
import { noteTakenOver, notThere } from "./taken-over";

/** What every resource and data source of this provider is given. */
export interface Services {
  /** The engine that the object is on: its own `engine`, or the provider's `host`. */
  readonly engine: Engine;
  /** Every other engine, by its address. */
  readonly engines: Engines;
  readonly journal: Journal;
  readonly registries: RegistryCredentials;
  readonly leftImages: LeftImages;
  /** Where an object is created: of what its configuration asks for. */
  readonly configDigest?: string;
}

/** What a call of a resource is given, beside its values. */
export type DockerCall = Services & Call;

/** What a type of object says beside its schema and calls. */
export interface Identity {
  /** What tells an object from another one of its name. @default "id", the engine's */
  readonly knownBy?: "id" | "nonce";
  /**
   * Attributes that are set anew where an object is taken back while its removal is planned: with
   * `create_before_destroy`, one that a failed run left is in the way of the same asked for again.
   * @default - such an object is in the way
   */
  readonly takenBackBut?: readonly string[];
  /**
   * The first state of what an import names, which may be on another engine than the provider's.
   *
   * @default - not importable
   */
  readonly imports?: (name: string, engine: string | undefined) => object;
}

/** An import by the engine's id, or by the name, which engines take in place of it. */
export const byIdOrName = (id: string): object => ({ id });

const define = resourceDefiner<Services, { readonly engine: typeof engineOfObject }>({ engine: engineOfObject });

type Common = { readonly engine: typeof engineOfObject };

/** A type with what a killed run leaves of it. */
export type DockerResource<F extends Fields> = Resource<F, Services> & { readonly leftover: Leftover | NothingLeft };

/** What leaves nothing has nothing to note: the journal is for what can be swept. */
type ServicesOf<L> = L extends NothingLeft ? Omit<Services, "journal"> : Services;

/** What a call of a type that leaves nothing is given, beside its values. */
export type UnnotedCall = ServicesOf<NothingLeft> & Call;

/**
 * A resource that can be on any engine, the one inside a container among them: when that container is gone, so is
 * the object, unless a volume kept it; when it is stopped, nothing is known, and what the state says stands.
 */
export function defineResource<const F extends Fields, L extends Leftover | NothingLeft>(
  resource: Omit<Resource<F & Common, ServicesOf<L>>, "schema" | "import"> & {
    readonly schema: F;
    readonly type: `docker_${string}`;
    readonly leftover: L;
  } & Identity,
): DockerResource<F & Common> {
  const { knownBy = "id", takenBackBut, imports, ...rest } = resource;
  const defined = define<F>(rest as Parameters<typeof define<F>>[0]) as AnyResource<Services>;
  const asksFor = (values: ObjectValue) => {
    const fields = Object.entries<Fields[string]>(defined.schema).filter(([name]) => !takenBackBut?.includes(name));
    return configDigest(Object.fromEntries(fields), values);
  };
  const nameOf = ({ engine }: Pick<Services, "engine">, { name }: ObjectValue) =>
    typeof name === "string" ? { type: resource.type, name, engine: engine.url } : undefined;
  const idOf = ({ privateState }: WithPrivateState, { id }: ObjectValue) =>
    knownBy === "nonce" ? keptNonce(privateState) || undefined : typeof id === "string" ? id : undefined;
  /** State is about to let go of the object. */
  const note = (call: Pick<Services, "engine" | "journal"> & WithPrivateState, state: ObjectValue) => {
    const [named, id] = [nameOf(call, state), idOf(call, state)];
    if (named && id !== undefined) call.journal.lost.add({ ...named, id, asked: asksFor(state) });
  };
  return {
    ...defined,
    ...(imports && {
      identity: identityOn(imports),
      import(text: string) {
        const { name, engine } = importedFrom(text);
        return { engine, ...imports(name, engine) };
      },
    }),
    planDestroy({ prior, services, ...call }) {
      if (takenBackBut && services) note({ ...call, ...services }, prior as ObjectValue);
    },
    async create(call) {
      const made = await defined.create({ ...call, configDigest: asksFor(call.planned as ObjectValue) });
      const named = nameOf(call, made as ObjectValue);
      if (named) call.journal.lost.settle(named);
      return made;
    },
    async read(call) {
      const state = call.state as ObjectValue;
      const named = nameOf(call, state);
      const isImport = call.asked === undefined;
      try {
        const found = await defined.read(call);
        if (isImport && !found) throw notThere(resource.type, String(state["name"] ?? state["id"]), call.engine.url);
        noteTakenOver(call.privateState, isImport);
        if (named && found) call.journal.lost.settle(named);
        return found;
      } catch (error) {
        if (isImport || !isEngineError(error)) throw error;
        if (error.code === "container-absent") {
          note(call, state);
          return undefined;
        }
        if (error.code !== "container-stopped") throw error;
        call.warn(`${resource.type} was not refreshed: ${error.what}`, error.remedy);
        return { ...state };
      }
    },
    async delete(call) {
      try {
        await defined.delete(call);
      } catch (error) {
        if (!isEngineError(error) || error.code !== "container-absent") throw error;
      }
      const state = call.state as ObjectValue;
      const [named, id] = [nameOf(call, state), idOf(call, state)];
      if (named) call.journal.settleNamed(named);
      if (named && id !== undefined) call.journal.lost.settle(named, id);
    },
  } as DockerResource<F & Common>;
}
