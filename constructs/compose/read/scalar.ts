import { own } from "../../../foreign/own";
import { NUMBER_FAULT, readNumber } from "../formats/number";
import type { ScalarNode } from "../source/node";

type Value = ScalarNode["value"];

const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...["", "~", "null", "Null", "NULL"].map((word): [string, Value] => [word, null]),
  ...["true", "True", "TRUE"].map((word): [string, Value] => [word, true]),
  ...["false", "False", "FALSE"].map((word): [string, Value] => [word, false]),
]);

/** A plain scalar as Docker's own YAML reader takes it: YAML 1.2's core schema, and octal for a leading 0. */
export function resolvePlain(text: string): Value {
  const word = words.get(text);
  if (word !== undefined) return word;
  const number = readNumber(text);
  return number === NUMBER_FAULT ? text : number;
}

const kinds: Readonly<Record<string, (value: Value) => boolean>> = {
  "tag:yaml.org,2002:null": (value) => value === null,
  "tag:yaml.org,2002:bool": (value) => typeof value === "boolean",
  "tag:yaml.org,2002:int": (value) => Number.isInteger(value),
  "tag:yaml.org,2002:float": (value) => typeof value === "number",
};

export const MISMATCH = Symbol("the value is not what its tag says");

/** A scalar with a tag of YAML's own: `!!str 5` is text, `!!int five` is a mismatch. */
export function resolveTagged(tag: string, text: string): Value | typeof MISMATCH {
  const fits = own(kinds, tag);
  if (!fits) return text;
  const value = resolvePlain(text);
  return fits(value) ? value : MISMATCH;
}
