import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout";
import type { Stage } from "./stages";

/** Where cdktf has Terraform keep a stage's state. */
const stateFile = (stage: Stage) => join(checkout, `terraform.${stage}.tfstate`);

/** State may hold secrets: Terraform, which makes it readable by all, keeps the mode of a file that exists. */
export function protectState(stage: Stage): void {
  for (const file of [stateFile(stage), `${stateFile(stage)}.backup`]) closeSync(openSync(file, "a", 0o600));
}

/** Whether the stage has anything deployed, as far as its state knows. */
export function isDeployed(stage: Stage): boolean {
  const text = existsSync(stateFile(stage)) ? readFileSync(stateFile(stage), "utf8") : "";
  return text !== "" && ((JSON.parse(text) as { resources?: unknown[] }).resources ?? []).length > 0;
}
