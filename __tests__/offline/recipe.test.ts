import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codename } from "../../offline/build/apt";
import type { StandIn } from "../../offline/build/stand-in";
import { recipeOf } from "../../offline/recipe";
import { alpine } from "../../offline/stand-ins/alpine";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "recipe-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const standIn = (name: string, text: string, place = folder): StandIn => {
  writeFileSync(join(place, "program"), text);
  return { ...alpine, name, files: [join(place, "program")] };
};

test("equal files in another checkout are an equal recipe", async () => {
  const other = mkdtempSync(join(folder, "other-"));
  expect(await recipeOf(standIn("alpine", "a"))).toBe(await recipeOf(standIn("alpine", "a", other)));
});

test.each([
  { name: "a changed file", other: () => standIn("alpine", "b") },
  { name: "another name", other: () => standIn("busybox", "a") },
])("$name is another recipe", async ({ other }) => {
  const recipe = await recipeOf(standIn("alpine", "a"));
  expect(await recipeOf(other())).not.toBe(recipe);
});

test("it is another for another release, and this machine's where none is named", async () => {
  const here = standIn("alpine", "a");
  expect(await recipeOf(here)).toBe(await recipeOf(here, await codename()));
  expect(await recipeOf(here, "none-such")).not.toBe(await recipeOf(here));
});

test("a recipe can be a tag", async () => {
  expect(await recipeOf(alpine)).toMatch(/^[0-9a-f]{12}$/);
});
