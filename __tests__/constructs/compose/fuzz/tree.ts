import { service } from "../../../../constructs/compose/keys/service";
import { onSwarm } from "../records";
import type { Key } from "./grammar";
import type { Random } from "./random";
import { fileFor, misspelt, nameFor, numberFor, textFor } from "./texts";

/** A document before it is written: what YAML has, in the order in which it is written. */
export type Tree =
  | { readonly kind: "text"; readonly text: string }
  /** As it is written: numbers, flags, nothing. */
  | { readonly kind: "bare"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Tree[] }
  | { readonly kind: "mapping"; readonly entries: readonly (readonly [key: string, value: Tree])[] };

const text = (value: string): Tree => ({ kind: "text", text: value });
const bare = (value: string): Tree => ({ kind: "bare", text: value });

/** Forms of a key, a text that stands for a flag or number being one such. */
function formOf(key: Key, random: Random): string {
  const form = random.pick(key.forms);
  const other = key.forms.find((each) => each === "boolean" || each === "number" || each === "integer");
  return form === "string" && other !== undefined && !random.slips(3) ? `text of ${other}` : form;
}

const anyForm = ["string", "number", "boolean", "null", "list of string", "object", "list of object", "list of number"];

/** Keys of a service that are an error, however they are. */
const refused = new Set(
  Object.entries(service.under!).flatMap(([name, key]) => ("refused" in (onSwarm(key) ?? {}) ? [name] : [])),
);

/** Keys that an object mostly has where it may. */
const usual = new Set(["services", "image", "source", "target", "path", "file"]);

/** A value for a key, of one of its forms; once in a while of another. */
export function treeFor(key: Key, random: Random): Tree {
  return treeOf(random.slips(10) ? random.pick(anyForm) : formOf(key, random), key, random);
}

function treeOf(form: string, key: Key, random: Random): Tree {
  if (form.startsWith("list of ")) {
    const items = Array.from({ length: random.between(0, 3) }, () =>
      treeOf(form.slice("list of ".length), key, random),
    );
    return { kind: "list", items };
  }
  const [, words] = /^enum\((.*)\)$/.exec(form) ?? [];
  if (words !== undefined) return text(random.slips(5) ? textFor(key.name, random) : random.pick(words.split(",")));
  switch (form) {
    case "object":
      return mappingOf(key, random);
    case "number":
    case "integer":
      return bare(numberFor(random));
    case "boolean":
      return bare(random.pick(random.slips(3) ? ["yes", "off", "5"] : ["true", "false", "True"]));
    case "text of boolean":
      return text(random.pick(["true", "false"]));
    case "text of number":
    case "text of integer":
      return text(/size|limit|reservation|memory|cpu/.test(key.name) ? "64" : numberFor(random));
    case "null":
      return bare(random.pick(["", "null", "~"]));
    case "pair":
      return text(random.slips(4) ? textFor("labels", random) : `${nameFor(random)}=${textFor(key.name, random)}`);
    case "host":
      return text(textFor("extra_hosts", random));
    default:
      return text(/^(?:path|file)$/.test(key.name) && random.slips(2) ? fileFor(random) : textFor(key.name, random));
  }
}

function mappingOf(key: Key, random: Random): Tree {
  const names = [...key.under.keys()].filter((name) => key.name !== "*" || !refused.has(name) || random.slips(3));
  const any = key.under.get("*");
  const wanted = new Set(any ? [] : random.some(names, key.under.size > 40 ? 8 : 4));
  for (const [name, { required }] of key.under) if (required && !random.slips(10)) wanted.add(name);
  for (const name of names) if (usual.has(name) && !random.slips(8)) wanted.add(name);
  const entries = [...wanted].map((name): [string, Tree] => {
    const written = random.slips(25) ? misspelt(name, random) : name;
    return [written, treeFor(key.under.get(name)!, random)];
  });
  if (any) {
    for (let left = random.between(key.name === "services" ? 1 : 0, 3); left > 0; left--)
      entries.push([nameFor(random), treeFor(any, random)]);
  }
  if (random.slips(25)) entries.push([random.pick(["x-own", "nonsense", "", "<<", "constructor"]), text("x")]);
  return { kind: "mapping", entries };
}
