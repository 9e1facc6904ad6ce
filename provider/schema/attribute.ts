import type { Type } from "./type";
import type { Value } from "./value";

/** Says what is wrong with a value (what is allowed, and the change that helps), or nothing. */
export type Validator<T> = (value: T) => string | undefined;

export interface AttributeOptions<T> {
  /** What the attribute means: unit, default, source. Shown in the documentation. */
  readonly doc: string;
  readonly required?: true;
  readonly optional?: true;
  /** The provider gives the value where the configuration does not. */
  readonly computed?: true;
  /** Masked in plans and outputs. */
  readonly sensitive?: true;
  /**
   * Given to create and update, and kept nowhere: in no plan and no state, so that what shows a change of it is another
   * attribute. Of a resource's own attributes only: not in blocks, since Terraform has none in sets. Needs Terraform 1.11.
   */
  readonly writeOnly?: true;
  /** A change replaces the object; a function decides by what was and what is planned. */
  readonly forceNew?: true | ((change: { readonly prior: T; readonly planned: T }) => boolean);
  /** Stands in where the configuration has no value, and comes back when the line is removed. */
  readonly default?: T;
  readonly deprecated?: string;
  readonly validate?: Validator<T>;
  /** What the provider observes where nothing was asked: no other value than null. */
  readonly zero?: T;
  /** The engine adds to it by itself: of a map the entries that were asked for are told, and nothing where none were. */
  readonly adds?: true;
  /** Two spellings of one value: the plan keeps the one in state. */
  readonly same?: (a: T, b: T) => boolean;
  /** Names of attributes or blocks beside it that must not be set together with it. */
  readonly conflictsWith?: readonly string[];
  /** Names beside it that take its effect away where they are set: a warning. */
  readonly idleBeside?: readonly string[];
}

export interface Attribute<T = unknown, O extends AttributeOptions<T> = AttributeOptions<T>> {
  readonly kind: "attribute";
  readonly type: Type;
  readonly options: O;
  /** Carries the TypeScript type; never there at run time. */
  readonly as?: T;
}

const attribute =
  <T>(type: Type) =>
  <const O extends AttributeOptions<T>>(options: O): Attribute<T, O> => ({ kind: "attribute", type, options });

export const string = attribute<string>("string");
export const number = attribute<number>("number");
export const bool = attribute<boolean>("bool");
export const stringList = attribute<string[]>(["list", "string"]);
export const stringSet = attribute<string[]>(["set", "string"]);
export const stringMap = attribute<Record<string, string>>(["map", "string"]);

type Scalars = { readonly [name: string]: "string" | "number" | "bool" | readonly ["list" | "set" | "map", "string"] };
type ScalarOf<S> = S extends "string"
  ? string
  : S extends "number"
    ? number
    : S extends "bool"
      ? boolean
      : S extends readonly ["map", "string"]
        ? Record<string, string>
        : string[];
type Row<S extends Scalars> = { [K in keyof S]: ScalarOf<S[K]> | undefined };

/** A computed list of objects: `objectList({ name: "string" })({ computed: true, doc: … })`. */
export const objectList = <const S extends Scalars>(fields: S) => attribute<Row<S>[]>(["list", ["object", fields]]);
/** A computed set of objects. */
export const objectSet = <const S extends Scalars>(fields: S) => attribute<Row<S>[]>(["set", ["object", fields]]);

/** What the planner sees of an attribute, its TypeScript type left aside. */
export type AnyAttribute = {
  readonly kind: "attribute";
  readonly type: Type;
  readonly options: {
    readonly doc: string;
    readonly required?: true;
    readonly optional?: true;
    readonly computed?: true;
    readonly sensitive?: true;
    readonly writeOnly?: true;
    readonly deprecated?: string;
    readonly default?: unknown;
    readonly zero?: unknown;
    readonly adds?: true;
    readonly conflictsWith?: readonly string[];
    readonly idleBeside?: readonly string[];
    // biome-ignore lint/suspicious/noExplicitAny: functions of each attribute's own type stand in one table
    readonly forceNew?: true | ((change: any) => boolean);
    // biome-ignore lint/suspicious/noExplicitAny: as above
    readonly validate?: Validator<any>;
    // biome-ignore lint/suspicious/noExplicitAny: as above
    readonly same?: (a: any, b: any) => boolean;
  };
  readonly as?: unknown;
};

/** The attribute's default as a value, or undefined. */
export function defaultOf(attribute: AnyAttribute): Value {
  return attribute.options.default as Value;
}
