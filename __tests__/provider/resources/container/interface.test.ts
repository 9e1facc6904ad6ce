import { container } from "../../../../provider/resources/container";
import type { ObjectValue, Value } from "../../../../provider/schema";
import { ourTypes } from "../../interface/ours";
import { theirTypes } from "../../interface/theirs";
import type { World } from "./interface/row";
import { elsewhere, rows } from "./interface/rows";

const { paths } = ourTypes().get(container.type)!;
const table = rows({} as World);

/** Paths of all that is asked: `ports`, `ports.internal`. */
const pathsOf = (asked: ObjectValue, above = ""): string[] =>
  Object.entries(asked).flatMap(([name, value]) => [`${above}${name}`, ...below(value, `${above}${name}.`)]);

const below = (value: Value, above: string): string[] =>
  Array.isArray(value)
    ? value.flatMap((block) => (typeof block === "object" ? pathsOf(block as ObjectValue, above) : []))
    : [];

const asked = new Set(table.flatMap((row) => pathsOf(row.asked)));

test("every attribute that can be set has a row that shows it, or a reason why none does", () => {
  const settable = [...theirTypes().get(container.type)!.paths, ...paths].filter(([, { presence }]) => presence !== "");
  const missing = new Set(settable.map(([path]) => path).filter((path) => !asked.has(path) && !(path in elsewhere)));
  expect([...missing]).toEqual([]);
});

test("what has a reason why no row shows it has no row, and can be set", () => {
  expect(Object.keys(elsewhere).filter((path) => asked.has(path) || !paths.get(path)?.presence)).toEqual([]);
});

test("each row has a name of its own, and something to see", () => {
  expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
  expect(table.filter(({ shows, on, tells }) => !shows && !on && !tells)).toEqual([]);
});
