import type { Type } from "./type";
import type { ObjectValue, Value } from "./value";

/** A value of a type that a function takes or gives. */
export type ValueOf<T extends Type> = T extends "string"
  ? string
  : T extends "number"
    ? number
    : T extends "bool"
      ? boolean
      : T extends readonly ["object", infer O extends { readonly [name: string]: Type }]
        ? { readonly [K in keyof O]: ValueOf<O[K]> | undefined }
        : Value;

/** A function of one text, `provider::docker::NAME(TEXT)`: the same each time, of no engine. Needs Terraform 1.8. */
export interface TextFunction<T extends Type = Type> {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly doc: string;
  readonly parameter: { readonly name: string; readonly doc: string };
  readonly returns: T;
  /** @throws FunctionProblem */
  call(text: string): ValueOf<T>;
}

/** Says what is wrong with the text: what it is, what is allowed, the change that helps. */
export class FunctionProblem extends Error {
  override readonly name = "FunctionProblem";
}

export type AnyFunction = Omit<TextFunction, "call"> & { call(text: string): Value | Readonly<ObjectValue> };

export const defineFunction = <const T extends Type>(definition: TextFunction<T>): AnyFunction =>
  definition as unknown as AnyFunction;
