import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { notCarried } from "../../provider/documentation/differences";
import { type Fix, fixes } from "../e2e/provider/community-fixes/fixes";

const folder = join(__dirname, "../e2e/provider/community-fixes");
const tests = readdirSync(folder)
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => readFileSync(join(folder, file), "utf8"))
  .join("\n");
const shown = [...tests.matchAll(/\btest\(fix\((\d+)\)/g)].map(([, number]) => Number(number));
const all: readonly Fix[] = fixes;

test("every bug that the community's provider has fixed has a test of its own, or is of a type that is not here", () => {
  const ours = all.filter(({ noSuchType }) => noSuchType === undefined).map(({ number }) => number);
  expect(shown.toSorted()).toEqual(ours.toSorted());
});

test("the types that are not here are listed with the reason", () => {
  const types = all.flatMap(({ noSuchType }) => noSuchType ?? []);
  expect(types.filter((type) => !(type in notCarried))).toEqual([]);
});
