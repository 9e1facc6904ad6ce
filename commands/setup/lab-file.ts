import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readLabFile } from "../../constructs/lab-stage/lab-file";
import type { IngressFinding } from "./ingress";

/** What ./lab finds out about the machine for the app, in lab.json. */
export interface Findings extends IngressFinding {
  /** The offline mirror, where the engine uses it. */
  readonly registryMirror?: string;
  /** The volume that holds the offline mirror's images: a swarm's nodes are served from it. */
  readonly registryVolume?: string;
}

/** Keys of lab.json that are ./lab's own; whatever else is in it stays. */
const own: readonly (keyof Findings)[] = ["ingress", "ingressBy", "ingressReason", "registryMirror", "registryVolume"];

/** What lab.json has of ./lab's own. @throws ConstructError `lab-file` */
export function readFindings(file: string): Findings {
  const all = readLabFile(file);
  return Object.fromEntries(own.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])));
}

/**
 * Writes what was found, unless the file says so already.
 *
 * @throws ConstructError `lab-file` where what is there is no object in JSON: it is left as it is
 */
export function writeFindings(file: string, findings: Findings): void {
  readLabFile(file);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const after = withFindings(before, findings);
  if (after !== before) writeFileSync(file, after);
}

/** Changes some of what was found; the rest stays. @throws ConstructError `lab-file` */
export const changeFindings = (file: string, changed: Findings): void =>
  writeFindings(file, { ...readFindings(file), ...changed });

/** The text of an object with the findings in place of older ones. */
export function withFindings(text: string, findings: Findings): string {
  const before: Record<string, unknown> = text.trim() === "" ? {} : JSON.parse(text);
  const others = Object.entries(before).filter(([key]) => !(own as readonly string[]).includes(key));
  return `${JSON.stringify({ ...Object.fromEntries(others), ...findings }, undefined, 2)}\n`;
}
