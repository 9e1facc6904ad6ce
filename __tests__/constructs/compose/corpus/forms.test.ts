import { readFileSync } from "node:fs";
import { loadAll } from "js-yaml";
import { type Key, readGrammar } from "../fuzz/grammar";
import { records } from "../records";
import { documents } from "./documents";

/** A job's key, or that of what runs before a service, has the service's own record mostly: what takes one takes all. */
function isOfServices(path: string): boolean {
  const ofService = path.replace(/^(?:jobs\.\*|services\.\*\.pre_start)\./, "services.*.");
  return ofService !== path && records.get(ofService) === records.get(path);
}

/** `services.*.image: string` for each form of each key that the specification has. */
function formsUnder(key: Key, path: string): string[] {
  return [...key.under.values()].flatMap((inner) => {
    const at = path === "" ? inner.name : `${path}.${inner.name}`;
    const forms = inner.forms.map((form) => `${at}: ${form.startsWith("enum(") ? "string" : form}`);
    return [...(isOfServices(at) ? [] : forms.map(whole)), ...formsUnder(inner, at)];
  });
}

/** Whole numbers are numbers to YAML; what a list holds has the list's path. */
const whole = (form: string): string =>
  form.replace("integer", "number").replace(/list of (?:pair|host)$/, "list of string");

function formOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  return typeof value === "object" ? "object" : typeof value;
}

/** The forms that a document has, in the same words. */
function formsIn(value: unknown, key: Key, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      found.add(`${path}: list of ${formOf(item)}`);
      if (formOf(item) === "object") formsIn(item, key, path, found);
    }
    return;
  }
  if (formOf(value) !== "object") return;
  for (const [name, inner] of Object.entries(value as object)) {
    const under = key.under.get(name) ?? key.under.get("*");
    if (!under) continue;
    const at = path === "" ? under.name : `${path}.${under.name}`;
    if (!Array.isArray(inner)) found.add(`${at}: ${formOf(inner)}`);
    formsIn(inner, under, at, found);
  }
}

const grammar = readGrammar();
const found = new Set<string>();
for (const { path } of documents) {
  let values: unknown[] = [];
  try {
    values = loadAll(readFileSync(path, "utf8").replaceAll(/!(?:reset|override)/g, ""));
  } catch {
    // One that is not YAML is in the corpus to be refused.
  }
  for (const value of values) formsIn(value, grammar, "", found);
}
test("every key of the specification stands in a document in every form that it takes", () => {
  expect(formsUnder(grammar, "").filter((form) => !found.has(form))).toEqual([]);
});
