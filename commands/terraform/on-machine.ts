import { join } from "node:path";
import { Engine } from "../../engine";
import { checkout } from "../checkout";
import { isSeenTo } from "../setup/ingress";
import { readFindings } from "../setup/lab-file";
import type { Machine } from "../setup/ready";
import type { RunOptions } from "./stage-run";

/**
 * Lends `work` what Terraform is run with on a machine. Engines in containers are reached through the machine's own.
 *
 * @returns what it resolves to; the way to the machine's engine is closed then
 */
export async function onMachine<T>(
  { engine: { url: own }, openEngine, terraform, env }: Machine,
  verbose: boolean,
  work: (options: RunOptions) => Promise<T>,
): Promise<T> {
  const via = openEngine(own);
  const findings = readFindings(join(checkout, "lab.json"));
  try {
    return await work({
      program: terraform,
      env,
      verbose,
      isKnown: (warning) => isSeenTo(findings, warning),
      open: (url) => (url.startsWith("container://") ? Engine.at(url, { via }) : openEngine(url)),
    });
  } finally {
    via.close();
  }
}
