import type { Call, CallOptions, Client } from "../client";
import { isEngineError } from "../errors";
import type { CallKind } from "../limits";
import type { ObjectKind, ObjectReference } from "../object-reference";
import { encodeFilters, type Filters, type Query, segment } from "../query";

export interface ListOptions extends CallOptions {
  readonly filters?: Filters;
}

export interface ForceOptions extends CallOptions {
  /** Even where the engine would rather keep it: a node that is not down, a volume whose driver fails. @default false */
  readonly force?: boolean;
}

/** How often a list is asked for that the removal of what is in it has made fail. */
const LIST_TRIES = 10;

/**
 * Whether an engine with the containerd store was listing what somebody removed meanwhile.
 * Source: https://github.com/moby/moby/issues/52688
 */
const isOfRemoval = (error: unknown): boolean =>
  isEngineError(error, "not-found") && /\bcontent digest \S+: not found/.test(error.engineMessage ?? "");

/** What all kinds of objects have: they are listed, and inspected by id or name. */
export abstract class Collection<Inspect, Summary = Inspect> {
  /** Path of the collection, `/networks`. */
  protected abstract readonly base: string;
  protected abstract readonly kind: ObjectKind;

  /** What a look at it may take. */
  protected readonly looks: CallKind = "look";

  constructor(protected readonly client: Client) {}

  /** @throws EngineError "not-found" where it does not exist */
  inspect(name: string, options?: CallOptions): Promise<Inspect> {
    return this.client.value(this.inspectCall(name, options));
  }

  /** Undefined where it does not exist. */
  tryInspect(name: string, options?: CallOptions): Promise<Inspect | undefined> {
    return this.client.tryValue(this.inspectCall(name, options));
  }

  list({ signal, filters, ...query }: ListOptions = {}): Promise<Summary[]> {
    return this.listAt(this.base, { ...query, filters: encodeFilters(filters) }, signal);
  }

  protected async listAt(path: string, query: Query, signal: AbortSignal | undefined): Promise<Summary[]> {
    const call = { method: "GET", path, query, kind: this.looks, answer: "list", signal } as const;
    for (let tries = 1; ; tries++) {
      try {
        return await this.client.value(call);
      } catch (error) {
        if (!isOfRemoval(error) || tries === LIST_TRIES) throw error;
      }
    }
  }

  protected inspectCall(name: string, options?: CallOptions): Call {
    return this.on(name, { method: "GET", path: "", kind: this.looks, signal: options?.signal });
  }

  /** A call on one object; `path` continues behind its name. */
  protected on(name: string, call: Call): Call {
    return { about: this.reference(name), ...call, path: `${this.base}/${segment(name)}${call.path}` };
  }

  protected reference(name: string): ObjectReference {
    return { kind: this.kind, name };
  }
}

/** Objects that are removed by id or name. */
export abstract class RemovableCollection<
  Inspect,
  Summary = Inspect,
  Options extends CallOptions = CallOptions,
> extends Collection<Inspect, Summary> {
  /** @throws EngineError "not-found" where it does not exist, "in-use" */
  async remove(name: string, options?: Options): Promise<void> {
    const query = this.removalQuery(options);
    await this.client.done(this.on(name, { method: "DELETE", path: "", query, signal: options?.signal }));
  }

  /** False where it did not exist. */
  tryRemove(name: string, options?: Options): Promise<boolean> {
    return unlessAbsent(this.remove(name, options));
  }

  protected removalQuery(_options: Options | undefined): Query {
    return {};
  }
}

/** Runs a removal; false where there was nothing to remove. */
export async function unlessAbsent(removal: Promise<unknown>): Promise<boolean> {
  try {
    await removal;
    return true;
  } catch (error) {
    if (isEngineError(error, "not-found")) return false;
    throw error;
  }
}
