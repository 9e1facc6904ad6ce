import { hashMapper, listMapper } from "cdktf";
import { own } from "../foreign/own";

type Scalar = "string" | "number" | "bool";

/** The type of an attribute, as Terraform writes it. */
export type AttributeType = Scalar | readonly ["list" | "set" | "map", Scalar];

/** A nested block, its attributes by Terraform's names. */
export interface BlockType {
  /** `one`: at most one, given as an object. */
  readonly block: "one" | "list" | "set";
  /** Written by the class below, which knows only some of its attributes: these are added to it. @default false */
  readonly known?: true;
  readonly of: AttributeTypes;
}

export interface AttributeTypes {
  readonly [name: string]: AttributeType | BlockType;
}

/** A config's arguments as a class keeps them: they can be set anew. */
export type Writable<Config> = { -readonly [Name in keyof Config]: Config[Name] | undefined };

type Values = { readonly [name: string]: unknown };
type Attributes = Record<string, unknown>;

/** One of the two languages that cdktf writes. */
interface Form {
  attribute(type: AttributeType, value: unknown): unknown;
  block(type: BlockType, value: unknown, below: unknown): unknown;
  /** What a block that `block` made holds. */
  inside(block: unknown): unknown;
}

const json: Form = { attribute: (_, value) => value, block: (_, value) => value, inside: (block) => block };

/** cdktf's own classes describe each value for its writer of HCL. */
const hcl: Form = {
  attribute: (type, value) => ({ value, isBlock: false, ...described(type) }),
  block: ({ block }, value, below) => ({
    isBlock: true,
    type: block === "one" ? "list" : block,
    storageClassType: "List",
    ...(below as object | undefined),
    value,
  }),
  inside: (block) => (block as { value?: unknown } | undefined)?.value,
};

const storageClass = { string: "string", number: "number", bool: "boolean" } as const;
const ofMany = { list: "List", set: "List", map: "Map" } as const;

const described = (type: AttributeType) =>
  typeof type === "string"
    ? { type: "simple", storageClassType: storageClass[type] }
    : { type: type[0], storageClassType: `${storageClass[type[1]]}${ofMany[type[0]]}` };

/** What `values`, under TypeScript's names, are in Terraform's JSON, laid over what a class below has written. */
export const attributesOf = (types: AttributeTypes, values: object, below: Attributes = {}): Attributes =>
  written(json, types, values as Values, below);

/** The same for Terraform's own language. */
export const hclAttributesOf = (types: AttributeTypes, values: object, below: Attributes = {}): Attributes =>
  written(hcl, types, values as Values, below);

function written(form: Form, types: AttributeTypes, values: Values, below: Attributes): Attributes {
  // A class tells every attribute that it knows of, most of which nobody gave: cdktf would walk over them all, twice.
  const all = new Map(Object.entries(below).filter(([, value]) => value !== undefined));
  for (const { name, argument, type } of argumentsOf(types)) {
    const value = own(values, argument);
    if (value === undefined) continue;
    if (!isBlock(type)) all.set(name, form.attribute(type, mapped(type, value)));
    else {
      const block = blocks(form, type, value, own(below, name));
      if (block !== undefined) all.set(name, block);
    }
  }
  return Object.fromEntries(all);
}

interface Argument {
  readonly name: string;
  /** Its name in TypeScript. */
  readonly argument: string;
  readonly type: AttributeType | BlockType;
}

/** Of each table, told once: a large stack asks for it tens of thousands of times. */
const told = new WeakMap<AttributeTypes, readonly Argument[]>();

function argumentsOf(types: AttributeTypes): readonly Argument[] {
  const known =
    told.get(types) ?? Object.entries(types).map(([name, type]) => ({ name, argument: camelCase(name), type }));
  told.set(types, known);
  return known;
}

const isBlock = (type: AttributeType | BlockType): type is BlockType => typeof type === "object" && "block" in type;

const mapped = (type: AttributeType, value: unknown): unknown =>
  typeof type === "string" ? value : type[0] === "map" ? hashMapper(same)(value) : listMapper(same, false)(value);

const same = (value: unknown) => value;

function blocks(form: Form, type: BlockType, value: unknown, below: unknown): unknown {
  const inside = form.inside(below);
  if (type.block === "one") {
    const inner = written(form, type.of, value as Values, (inside ?? {}) as Attributes);
    return type.known && Object.keys(inner).length === 0 ? below : form.block(type, inner, below);
  }
  // A list that Terraform makes has its attributes from whoever made it.
  if (!Array.isArray(value) || (type.known && !Array.isArray(inside))) {
    return type.known ? below : form.block(type, listMapper(same, true)(value), below);
  }
  const rows = (inside ?? []) as Attributes[];
  const inner = type.known
    ? rows.map((row, index) => written(form, type.of, value[index] ?? {}, row))
    : value.map((each) => written(form, type.of, each as Values, {}));
  return form.block(type, inner, below);
}

/** As provider/bindings/names.ts has it. */
const camelCase = (name: string): string =>
  name === "build" ? "buildAttribute" : name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
