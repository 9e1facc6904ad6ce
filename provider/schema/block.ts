import type { AnyAttribute } from "./attribute";
import type { ObjectValue } from "./value";

export interface BlockOptions {
  readonly doc: string;
  readonly min?: number;
  readonly max?: number;
  /** Any change of the block replaces the object. */
  readonly forceNew?: true;
  /**
   * Optional and computed, which the protocol has for attributes only: where the configuration has no such block,
   * the ones in state stay, and with "observed" they are what the engine made of nothing asked. Terraform accepts it
   * from providers that say they use the legacy type system.
   */
  readonly computed?: true | "observed";
  /** Order carries no meaning although the block is a list: another order is no change. */
  readonly unordered?: true;
  /** One that says nothing means what none does: the plan keeps which of the two is in state. */
  readonly emptyIsNone?: true;
  /** The engine has some that nobody asked for: they are not told, and on import only where they say something. */
  readonly adds?: true;
  /** Names of the attributes that tell which block is which, where others change. @default - those that are required */
  readonly key?: readonly string[];
  /** Two spellings of one block. @default - its attributes and blocks are the same */
  readonly same?: (a: ObjectValue, b: ObjectValue) => boolean;
  readonly deprecated?: string;
  readonly conflictsWith?: readonly string[];
  readonly idleBeside?: readonly string[];
  /** Says what is wrong with one block, beyond its attributes one by one. */
  readonly validate?: (block: ObjectValue) => string | undefined;
}

export interface Block<F extends Fields = Fields> {
  readonly kind: "block";
  readonly nesting: "list" | "set";
  readonly fields: F;
  readonly options: BlockOptions;
}

export type Fields = { readonly [name: string]: AnyAttribute | Block };

/** Repeated block whose order counts. */
export const listOf = <const F extends Fields>(fields: F, options: BlockOptions): Block<F> & { nesting: "list" } => ({
  kind: "block",
  nesting: "list",
  fields,
  options,
});

/** Repeated block whose order does not count. */
export const setOf = <const F extends Fields>(fields: F, options: BlockOptions): Block<F> & { nesting: "set" } => ({
  kind: "block",
  nesting: "set",
  fields,
  options,
});
