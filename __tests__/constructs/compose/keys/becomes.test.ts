import { supportOf } from "../../../../constructs/compose/keys/key";
import { resources } from "../../../../provider/resources";
import { records } from "../records";

/** Attributes and blocks of a resource, blocks joined by dots. */
function pathsOf(fields: object, above: string): string[] {
  return Object.entries(fields).flatMap(([name, field]: [string, { fields?: object }]) => {
    const path = `${above}.${name}`;
    return field.fields ? [path, ...pathsOf(field.fields, path)] : [path];
  });
}

const known = new Set(resources.flatMap(({ type, schema }) => [type, ...pathsOf(schema, type)]));

test.each(["host", "swarm"] as const)("what keys become on %s are arguments of the provider's resources", (target) => {
  const named = [...records].flatMap(([path, key]) => {
    const support = key[target] && supportOf(key, { target, builds: true });
    return support && "becomes" in support ? [`${path}: ${support.becomes}`] : [];
  });
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((line) => !known.has(line.split(": ")[1]!))).toEqual([]);
});
