import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isInitialized } from "../../../commands/terraform/initialized";
import { terraformPlatform } from "../../../provider/build/platform";

const SOURCE = "docker-stages.invalid/docker-stages/docker";
const { os, arch } = terraformPlatform();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "t-initialized-"));
  mkdirSync(place("1.0.0-a"), { recursive: true });
  write("cdk.tf.json", JSON.stringify(synthesized("/checkout/terraform.stage1.tfstate", "1.0.0-a")));
  write(".terraform/terraform.tfstate", JSON.stringify(written("local", "/checkout/terraform.stage1.tfstate")));
  write(".terraform.lock.hcl", lock("1.0.0-a"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const place = (version: string) => join(folder, ".terraform/providers", SOURCE, version, `${os}_${arch}`);
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const synthesized = (path: string, version: string) => ({
  terraform: { backend: { local: { path } }, required_providers: { docker: { source: SOURCE, version } } },
});
/** As Terraform 1.11 and OpenTofu 1.12 write it. */
const written = (type: string, path: string) => ({
  version: 3,
  backend: { type, config: { path, workspace_dir: null } },
});
const lock = (version: string) =>
  `# This file is maintained automatically by "terraform init".\n\nprovider "${SOURCE}" {\n  version     = "${version}"\n  constraints = "${version}"\n  hashes = [\n    "h1:tdiQ=",\n  ]\n}\n`;

test("a folder as `terraform init` left it wants no other", () => {
  expect(isInitialized(folder)).toBe(true);
});

const changes: readonly { readonly what: string; change(): void }[] = [
  { what: "never initialized", change: () => rmSync(join(folder, ".terraform"), { recursive: true }) },
  { what: "not synthesized", change: () => rmSync(join(folder, "cdk.tf.json")) },
  {
    what: "of a checkout that was moved",
    change: () => write("cdk.tf.json", JSON.stringify(synthesized("/moved/terraform.stage1.tfstate", "1.0.0-a"))),
  },
  {
    what: "with its state elsewhere",
    change: () =>
      write(".terraform/terraform.tfstate", JSON.stringify(written("http", "/checkout/terraform.stage1.tfstate"))),
  },
  {
    what: "of another provider by now",
    change: () => write("cdk.tf.json", JSON.stringify(synthesized("/checkout/terraform.stage1.tfstate", "1.0.0-b"))),
  },
  { what: "without its provider", change: () => rmSync(place("1.0.0-a"), { recursive: true }) },
  { what: "without a lock", change: () => rmSync(join(folder, ".terraform.lock.hcl")) },
  { what: "locked to another provider", change: () => write(".terraform.lock.hcl", lock("1.0.0-b")) },
  {
    what: "whose `terraform init` was killed before it had its provider whole",
    change: () => write(".terraform.lock.hcl", lock("1.0.0-a").replace('    "h1:tdiQ=",\n', "")),
  },
  { what: "cut short by a kill", change: () => write(".terraform/terraform.tfstate", "{") },
];
test.each(changes)("one that is $what wants it", ({ change }) => {
  change();
  expect(isInitialized(folder)).toBe(false);
});
