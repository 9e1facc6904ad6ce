import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkCliConfiguration,
  findCliConfiguration,
  findTerraform,
  hidesProvider,
} from "../../../commands/setup/terraform";

let folder: string;
const path = process.env["PATH"];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terraform-"));
});
afterEach(() => {
  process.env["PATH"] = path;
  rmSync(folder, { recursive: true });
});

test.each([
  { name: "no block", text: 'plugin_cache_dir = "/cache"\n', hides: false },
  { name: "a block", text: "provider_installation {\n  direct {}\n}\n", hides: true },
  { name: "a block in a comment", text: "# provider_installation {\n/* provider_installation {\n} */\n", hides: false },
  {
    name: "a block that names the place beside the stack",
    text: 'provider_installation {\n  filesystem_mirror { path = "terraform.d/plugins" }\n}\n',
    hides: false,
  },
  {
    name: "a block that has the registry asked for it too",
    text: 'provider_installation {\n  filesystem_mirror { path = "terraform.d/plugins" }\n  direct {}\n}\n',
    hides: true,
  },
  {
    name: "a block that has the registry asked for all others",
    text: 'provider_installation {\n  filesystem_mirror {\n    path = "terraform.d/plugins"\n  }\n  direct {\n    exclude = ["docker-stages.invalid/*/*"]\n  }\n}\n',
    hides: false,
  },
  {
    name: "a block that names another place",
    text: 'provider_installation {\n  filesystem_mirror { path = "/usr/share/terraform/plugins" }\n}\n',
    hides: true,
  },
])("$name: hides the provider is $hides", ({ text, hides }) => {
  expect(hidesProvider(text)).toBe(hides);
});

test("a configuration that hides the provider is refused by its path", () => {
  const file = join(folder, "terraformrc");
  writeFileSync(file, "provider_installation {\n}\n");
  expect(findCliConfiguration({ TF_CLI_CONFIG_FILE: file })).toBe(file);
  expect(() => checkCliConfiguration(file)).toThrow(
    expect.objectContaining({ code: "provider-hidden", message: expect.stringContaining(file) }),
  );
});

test("a configuration that is named and missing is none", () => {
  expect(findCliConfiguration({ TF_CLI_CONFIG_FILE: join(folder, "absent") })).toBeUndefined();
});

const onPath = (...programs: string[]) => {
  for (const program of programs) {
    writeFileSync(join(folder, program), "#!/bin/sh\n");
    chmodSync(join(folder, program), 0o755);
  }
  process.env["PATH"] = [folder, "/bin"].join(":");
};

test.each([
  { installed: ["terraform", "tofu"], env: {}, found: "terraform" },
  { installed: ["tofu"], env: {}, found: "tofu" },
  { installed: ["terraform", "tofu"], env: { TERRAFORM_BINARY_NAME: "tofu" }, found: "tofu" },
])("of $installed with $env, $found is run", async ({ installed, env, found }) => {
  onPath(...installed);
  await expect(findTerraform(env)).resolves.toBe(found);
});

test("without either, both are named", async () => {
  onPath();
  await expect(findTerraform({})).rejects.toMatchObject({ code: "terraform-missing" });
});
