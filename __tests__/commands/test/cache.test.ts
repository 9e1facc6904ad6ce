import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, madeOnce } from "../../../commands/test/cache";
import { scratchFolder } from "../../constructs/scratch";

const scratch = scratchFolder();

test("what is kept lies in the user's cache, wherever that is", () => {
  process.env["XDG_CACHE_HOME"] = scratch;
  expect(cacheFolder("engines")).toBe(join(scratch, "docker-stages/engines"));
  delete process.env["XDG_CACHE_HOME"];
  expect(cacheFolder("engines")).toMatch(/\/\.cache\/docker-stages\/engines$/);
});

test("a folder is made once", async () => {
  const folder = join(scratch, "once");
  const make = jest.fn(async (partial: string) => writeFileSync(join(partial, "made"), "whole"));
  expect([await madeOnce(folder, make), await madeOnce(folder, make)]).toEqual([folder, folder]);
  expect(make).toHaveBeenCalledTimes(1);
  expect(readFileSync(join(folder, "made"), "utf8")).toBe("whole");
});

test("one whose making failed is not there, and nothing of it is in the next", async () => {
  const folder = join(scratch, "failed");
  const fail = async (partial: string) => {
    mkdirSync(join(partial, "half"));
    throw new Error("no space");
  };
  await expect(madeOnce(folder, fail)).rejects.toThrow("no space");
  expect(existsSync(folder)).toBe(false);
  await madeOnce(folder, async (partial) => writeFileSync(join(partial, "made"), ""));
  expect([existsSync(join(folder, "made")), existsSync(join(folder, "half"))]).toEqual([true, false]);
});
