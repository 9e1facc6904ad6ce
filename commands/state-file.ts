import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout";
import type { Stage } from "./stages";

/** Where cdktf has Terraform keep a stage's state. */
const stateFile = (stage: Stage, folder: string) => join(folder, `terraform.${stage}.tfstate`);

/** State may hold secrets: Terraform, which makes it readable by all, keeps the mode of a file that exists. */
export function protectState(stage: Stage, folder = checkout): void {
  const file = stateFile(stage, folder);
  for (const each of [file, `${file}.backup`]) closeSync(openSync(each, "a", 0o600));
}

/** Whether the stage has anything deployed, as far as its state knows. */
export function isDeployed(stage: Stage, folder = checkout): boolean {
  const file = stateFile(stage, folder);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text !== "" && ((JSON.parse(text) as { resources?: unknown[] }).resources ?? []).length > 0;
}
