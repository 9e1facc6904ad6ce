import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLabFile } from "../constructs/lab-stage/lab-file";
import { checkout } from "./checkout";

/** What stands before the name of every object of the lab: context `prefix` of cdktf.json, or else of lab.json. */
export function namePrefix(): string {
  const { context } = JSON.parse(readFileSync(join(checkout, "cdktf.json"), "utf8")) as {
    context?: { prefix?: string };
  };
  return context?.prefix ?? (readLabFile()["prefix"] as string | undefined) ?? "";
}
