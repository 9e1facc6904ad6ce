import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLabFile } from "../constructs/lab-stage/lab-file";
import { checkout } from "./checkout";
import { LabProblem } from "./problem";

/**
 * What stands before the name of every object of the lab: context `prefix` of cdktf.json, or else of lab.json.
 *
 * @throws LabProblem `not-json`
 */
export function namePrefix(): string {
  const { context } = readProject(join(checkout, "cdktf.json"));
  return context?.prefix ?? (readLabFile()["prefix"] as string | undefined) ?? "";
}

export function readProject(file: string): { readonly context?: { readonly prefix?: string } } {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw LabProblem.of("not-json", { file, reason: (error as Error).message });
  }
}
