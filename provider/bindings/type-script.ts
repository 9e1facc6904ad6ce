import { own } from "../../foreign/own";
import type { Type } from "../schema/type";

/** How a type of Terraform's is written, read and typed in TypeScript. */
export interface TypeScript {
  /** What may be written. */
  readonly input: string;
  /** What reading it gives: a token that stands for it. */
  readonly output: string;
  /** An expression that reads the attribute `name` of a class of cdktf's. */
  read(name: string): string;
}

const reading =
  (method: string) =>
  (name: string): string =>
    `this.${method}("${name}")`;

const string: TypeScript = { input: "string", output: "string", read: reading("getStringAttribute") };
const list: TypeScript = { input: "string[]", output: "string[]", read: reading("getListAttribute") };

const table: Readonly<Record<string, TypeScript>> = {
  string,
  number: { input: "number", output: "number", read: reading("getNumberAttribute") },
  bool: {
    input: "boolean | cdktf.IResolvable",
    output: "cdktf.IResolvable",
    read: reading("getBooleanAttribute"),
  },
  "list,string": list,
  "set,string": { ...list, read: (name) => `cdktf.Fn.tolist(${list.read(name)})` },
  "map,string": {
    input: "{ [key: string]: string }",
    output: "{ [key: string]: string }",
    read: reading("getStringMapAttribute"),
  },
};

/** Of a type without objects in it. */
export function typeScriptOf(type: Type): TypeScript {
  const known = own(table, String(type));
  if (!known) throw new Error(`no TypeScript for the type ${JSON.stringify(type)}: give it a row`);
  return known;
}

/** The fields of a list of objects or a set of them; undefined for any other type. */
export function rowOf(type: Type): { readonly [name: string]: Type } | undefined {
  const inner = typeof type === "string" ? undefined : type[1];
  return Array.isArray(inner) && inner[0] === "object" ? (inner[1] as { [name: string]: Type }) : undefined;
}
