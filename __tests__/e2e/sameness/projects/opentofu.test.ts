import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOpenTofu } from "../../../../commands/test/consumers/opentofu";
import { taken, takesOver } from "./takes-over";

// OpenTofu takes over what `docker compose` runs as Terraform does.
jest.setTimeout(900_000);

const folder = mkdtempSync(join(tmpdir(), "t-opentofu-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** One of each kind of object, and what an import tells least of. */
const NAMES = [
  "three-tiers",
  "config-content",
  "depends-on-healthy",
  "scale",
  "ports",
  "labels",
  "volume-long",
  "links",
];

takesOver({
  batches: [{ batch: 1, documents: taken.filter(({ name }) => NAMES.includes(name)) }],
  env: async () => {
    symlinkSync(await buildOpenTofu(), join(folder, "terraform"));
    return { PATH: `${folder}:${process.env["PATH"]}` };
  },
});
