import { ownArguments } from "../../../../constructs/bindings/additions";
import { onSwarm, records } from "../records";
import { attributes, specified } from "../specification";

const table = (builds: boolean) =>
  Object.fromEntries(
    [...records].flatMap(([path, key]) => {
      const support = onSwarm(key, builds);
      return support ? [[path, support]] : [];
    }),
  );
const keySupport = table(false);

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf(".")));

test("there are records of the specification's keys, and of no others", () => {
  expect([...records.keys()].sort()).toEqual([...specified].sort());
});

test.each(specified)("%s is supported", (path) => {
  if (keySupport[path]) return;
  // Names of the user's share the support of what holds them; so does all that stands under an ignored or refused key.
  const holder = path.endsWith(".*") ? keySupport[above(path)] : undefined;
  const nearest = ancestors(path).find((key) => keySupport[key]);
  expect(holder ?? keySupport[nearest!]).toBeDefined();
  if (!holder) expect(Object.keys(keySupport[nearest!]!)).toEqual([expect.stringMatching(/^(ignored|refused)$/)]);
});

function ancestors(path: string): string[] {
  const parts = path.split(".");
  return parts.map((_, i) => parts.slice(0, parts.length - 1 - i).join("."));
}

const becoming = Object.entries(table(true)).flatMap(([path, support]) =>
  "becomes" in support ? [{ path, attribute: support.becomes }] : [],
);
/** Attributes of ours alone, `TYPE.PATH`. */
const added = Object.entries(ownArguments).flatMap(([type, paths]) => paths.map((path) => `${type}.${path}`));
const isIn = (paths: Iterable<string>, attribute: string) =>
  [...paths].some((path) => attribute === path || attribute.startsWith(`${path}.`));

test.each(becoming)("$path becomes $attribute, which a provider has", ({ attribute }) => {
  expect(attributes.has(attribute) || isIn(added, attribute)).toBe(true);
});
