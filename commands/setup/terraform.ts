import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { isInstalled } from "../../offline/command";
import { LabProblem } from "../problem";

/**
 * The program: what TERRAFORM_BINARY_NAME says, by which cdktf goes too, or else Terraform, or else OpenTofu.
 *
 * @throws LabProblem `terraform-missing`
 */
export async function findTerraform(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const candidates = env["TERRAFORM_BINARY_NAME"] ? [env["TERRAFORM_BINARY_NAME"]] : ["terraform", "tofu"];
  for (const program of candidates) if (await isInstalled(program)) return program;
  throw LabProblem.of("terraform-missing");
}

/**
 * The user's CLI configuration; undefined where there is none
 * (https://developer.hashicorp.com/terraform/cli/config/config-file).
 */
export function findCliConfiguration(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env["TF_CLI_CONFIG_FILE"];
  const candidates = named ? [named] : [".terraformrc", ".tofurc"].map((name) => join(homedir(), name));
  return candidates.find((file) => existsSync(file));
}

/** @throws LabProblem `provider-hidden` where the configuration keeps Terraform from looking beside the stack */
export function checkCliConfiguration(file: string | undefined): void {
  if (file && hidesProvider(readFileSync(file, "utf8"))) throw LabProblem.of("provider-hidden", { file });
}

/**
 * A `provider_installation` block switches the places beside the stack off, unless it names them itself and keeps the
 * registries, which do not know the provider, from being asked for it.
 */
export function hidesProvider(configuration: string): boolean {
  const code = configuration.replace(/\/\*[\s\S]*?(?:\*\/|$)|(?:#|\/\/).*/g, "");
  if (!/^[ \t]*provider_installation\s*\{/m.test(code)) return false;
  const methods = [...code.matchAll(/(?<!\w)(\w+)\s*\{([^{}]*)\}/g)].map(([, name, body]) => ({ name, body: body! }));
  const hasMirror = methods.some(({ body }) => /path\s*=\s*"(?:\.\/)?terraform\.d\/plugins\/?"/.test(body));
  const asks = ({ name, body }: (typeof methods)[number]) =>
    name !== "filesystem_mirror" && !/exclude\s*=[^\]]*docker-stages\.invalid/.test(body) && !/include\s*=/.test(body);
  return !hasMirror || methods.some(asks);
}
