import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readEvent, type TerraformEvent } from "../../../../commands/terraform/event";

/**
 * What Terraform 1.11.4 printed of stage1, by `terraform COMMAND -json` on Docker 20.10: times are left out, and most
 * outputs. `failed` met a container of the name that it wanted, `locked` another Terraform at work.
 */
export const recording = (
  name: "deploy" | "no-changes" | "failed" | "locked" | "destroy" | "plan",
): readonly TerraformEvent[] =>
  readFileSync(join(__dirname, `${name}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line) => readEvent(line)!);
