import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { provocations } from "../e2e/engine/refusals/provocations";
import type { Recording } from "../e2e/engine/refusals/record";
import { taken } from "./taken";

const folder = join(__dirname, "recorded");
const recordings = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Recording);

describe.each(recordings)("Docker $engine with the $store image store", ({ refusals }) => {
  test("was asked everything", () => {
    expect(refusals.map(({ name }) => name)).toEqual(provocations.map(({ name }) => name));
  });

  test.each(provocations)("$name is $code", ({ name, code, fault }) => {
    expect(taken(refusals.find((refused) => refused.name === name)!)).toEqual({ code, fault });
  });
});
