import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readProviderBundle } from "../../../constructs/engine/provider-bundle";
import { bundleVersion, codeOf, scratchFolder, writeBundle } from "../scratch";

const scratch = scratchFolder();

test("a bundle is read from its manifest", () => {
  const folder = writeBundle(join(scratch, "whole"));
  expect(readProviderBundle(folder)).toEqual({
    folder,
    version: bundleVersion,
    zip: `terraform-provider-docker_${bundleVersion}.zip`,
    source: "docker-stages.invalid/docker-stages/docker",
  });
});

test("no bundle says how to build one", () => {
  const read = () => readProviderBundle(join(scratch, "nowhere"));
  expect(codeOf(read)).toBe("bundle-missing");
  expect(read).toThrow(/nowhere\/manifest\.json does not exist; run `npm run build`/);
});

test.each(["", "{", "null", "[]", '{"version": "1.0.0"}', '{"version": 1, "zip": "a", "source": "b"}'])(
  "a manifest of %p is malformed",
  (text) => {
    const folder = join(scratch, "malformed");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "manifest.json"), text);
    expect(codeOf(() => readProviderBundle(folder))).toBe("bundle-malformed");
  },
);
