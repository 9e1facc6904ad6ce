import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLabFile } from "../constructs/lab-stage/lab-file";
import { checkout } from "./checkout";
import { LabProblem } from "./problem";

/** Ports of the engine's machine by the lab's own. */
type LabPorts = Readonly<Record<string, number>>;

/** What ./lab reads of cdktf.json. */
export interface Project {
  /** The command that synthesizes. */
  readonly app: string;
  readonly context?: { readonly prefix?: string; readonly ports?: LabPorts };
}

/** @throws LabProblem `not-json` */
export const project = (): Project => readProject(join(checkout, "cdktf.json"));

/**
 * What stands before the name of every object of the lab: context `prefix` of cdktf.json, or else of lab.json.
 *
 * @throws LabProblem `not-json`
 */
export function namePrefix(): string {
  return project().context?.prefix ?? (readLabFile()["prefix"] as string | undefined) ?? "";
}

/** Where ports of the lab are moved to: context `ports`, from where the prefix is, too. */
export const labPorts = (): LabPorts =>
  project().context?.ports ?? (readLabFile()["ports"] as LabPorts | undefined) ?? {};

export function readProject(file: string): Project {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw LabProblem.of("not-json", { file, reason: (error as Error).message });
  }
}
