import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { fileName, layBesideStack } from "./beside-stack";

/**
 * A path that leads to the folder from where Terraform works: a link that each synth lays beside the stack. So the
 * synthesized stack names no path of this machine, and nothing is copied, however large the folder is.
 */
export const linkContext = (scope: IConstruct, folder: string): string =>
  layBesideStack(scope, join("contexts", fileName(scope)), (link) => layLink(resolve(folder), link));

function layLink(target: string, link: string): void {
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(target, link, "dir");
}
