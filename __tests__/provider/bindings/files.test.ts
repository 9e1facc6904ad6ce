import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { communityTypes } from "../../../provider/bindings/community";
import { files, folder } from "../../../provider/bindings/files";

const written = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");

test.each([...files()])("%s is what the schema says; `npm run bindings` writes it", (name, text) => {
  expect(written(name)).toBe(text);
});

test("no class is left of a type that is no more", () => {
  expect(readdirSync(folder).filter((name) => !files().has(name))).toEqual([]);
});

test("no class outgrows a file", () => {
  for (const text of files().values()) expect(text.split("\n").length).toBeLessThanOrEqual(300);
});

test("the community's facts: what is required, single, and refused together", () => {
  const service = communityTypes().get("docker_service")!;
  expect(service.get("name")).toEqual({ isRequired: true, isSingle: false, conflicts: [] });
  expect(service.get("converge_config")).toEqual({ isRequired: false, isSingle: true, conflicts: ["mode.global"] });
  expect(communityTypes().get("docker_image")!.has("timeouts.create")).toBe(true);
});
