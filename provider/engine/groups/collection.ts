import type { Call, CallOptions, Client, ObjectKind, ObjectReference } from "../client";
import { isEngineError } from "../errors";
import { type Query, segment } from "../query";

/** What all kinds of objects have: they can be inspected and removed by id or name. */
export abstract class Collection<Inspect> {
  /** Path of the collection, `/networks`. */
  protected abstract readonly base: string;
  protected abstract readonly kind: ObjectKind;

  constructor(protected readonly client: Client) {}

  /** @throws EngineError "not-found" where it does not exist */
  inspect(name: string, options?: CallOptions): Promise<Inspect> {
    return this.client.value(this.inspectCall(name, options));
  }

  /** Undefined where it does not exist. */
  tryInspect(name: string, options?: CallOptions): Promise<Inspect | undefined> {
    return this.client.tryValue(this.inspectCall(name, options));
  }

  protected inspectCall(name: string, options?: CallOptions): Call {
    return this.on(name, { method: "GET", path: "", signal: options?.signal });
  }

  /** A call on one object; `path` continues behind its name. */
  protected on(name: string, call: Call): Call {
    return { about: this.reference(name), ...call, path: `${this.base}/${segment(name)}${call.path}` };
  }

  protected reference(name: string): ObjectReference {
    return { kind: this.kind, name };
  }

  protected async removeWith(name: string, query: Query, options?: CallOptions): Promise<void> {
    await this.client.done(this.on(name, { method: "DELETE", path: "", query, signal: options?.signal }));
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
