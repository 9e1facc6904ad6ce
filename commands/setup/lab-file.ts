import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readLabFile } from "../../constructs/lab-stage/lab-file";
import { isInstalled, run } from "../../offline/command";

/** What ./lab finds out about the machine for the app, in lab.json. */
export interface Findings {
  /** How a swarm's published ports can be served: by Docker's mesh, or by HAProxy where the kernel lacks ip_vs. */
  readonly ingress?: "mesh" | "edge";
  /** The offline mirror, where the engine uses it. */
  readonly registryMirror?: string;
  /** The volume that holds the offline mirror's images: a swarm's nodes are served from it. */
  readonly registryVolume?: string;
}

/** Keys of lab.json that are ./lab's own; whatever else is in it stays. */
const own: readonly (keyof Findings)[] = ["ingress", "registryMirror", "registryVolume"];

/** Whether the kernel balances the load of a swarm's services now. */
export const hasIpVs = () => existsSync("/proc/net/ip_vs");

/** What the kernel can do, once it has been asked to load ip_vs. */
export async function findIngress(): Promise<"mesh" | "edge"> {
  const canLoad = !hasIpVs() && process.getuid?.() === 0 && (await isInstalled("modprobe"));
  if (canLoad) await run("modprobe", ["ip_vs"]).catch(() => {});
  return hasIpVs() ? "mesh" : "edge";
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

/** Changes some of what was found; the rest stays. */
export function changeFindings(file: string, changed: Findings): void {
  const before: Findings = readLabFile(file);
  writeFindings(file, { ...Object.fromEntries(own.map((key) => [key, before[key]])), ...changed });
}

/** The text of an object with the findings in place of older ones. */
export function withFindings(text: string, findings: Findings): string {
  const before: Record<string, unknown> = text.trim() === "" ? {} : JSON.parse(text);
  const others = Object.entries(before).filter(([key]) => !(own as readonly string[]).includes(key));
  return `${JSON.stringify({ ...Object.fromEntries(others), ...findings }, undefined, 2)}\n`;
}
