import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { release } from "node:os";
import { join } from "node:path";
import { run } from "../../offline/command";
import { LabProblem } from "../problem";

/**
 * How the kernel has ip_vs, which balances the load of a swarm's published ports: `loadable` where it has the module and
 * nobody has loaded it, as after each boot.
 */
export type IpVs = "loaded" | "loadable" | "absent";

/** The kernel of this machine, and what ./lab may do to it. */
export interface HostKernel {
  /** @default "/" */
  readonly root: string;
  readonly release: string;
  readonly isRoot: boolean;
  /** Rejects where the kernel refuses. */
  load(module: string): Promise<unknown>;
}

export const hostKernel: HostKernel = {
  root: "/",
  release: release(),
  isRoot: process.getuid?.() === 0,
  load: (module) => run("modprobe", [module]),
};

const MODULE = "ip_vs";

/** Source: modules.dep(5) */
export function findIpVs({ root, release }: Pick<HostKernel, "root" | "release">): IpVs {
  if (existsSync(join(root, "proc/net/ip_vs"))) return "loaded";
  const modules = join(root, "lib/modules", release, "modules.dep");
  const known = existsSync(modules) ? readFileSync(modules, "utf8") : "";
  return /^\S*\/ip_vs\.ko\S*:/m.test(known) ? "loadable" : "absent";
}

/**
 * Has the kernel load it, where ./lab may. A kernel is asked although no list of its modules says that it has it.
 *
 * @param options.install whether ./lab may change the machine
 * @returns how the kernel has it now, and whether that is of this very call
 */
export async function ensureIpVs(
  kernel: HostKernel,
  { install }: { readonly install: boolean },
): Promise<{ readonly ipVs: IpVs; readonly isNew: boolean }> {
  const before = findIpVs(kernel);
  if (before === "loaded" || !kernel.isRoot || !install) return { ipVs: before, isNew: false };
  await kernel.load(MODULE).catch(() => {});
  const ipVs = findIpVs(kernel);
  // It was asked for and did not come: whatever the list says, it cannot be had.
  return ipVs === "loaded" ? { ipVs, isNew: true } : { ipVs: "absent", isNew: false };
}

/** What systemd loads at each boot. Source: modules-load.d(5) */
const bootFile = "etc/modules-load.d/docker-stages.conf";

/** Where ./lab keeps that, as it is shown. */
export const bootFilePath = `/${bootFile}`;

/** Whether ./lab has the kernel load it at each boot. */
export const isPersistent = ({ root }: Pick<HostKernel, "root">): boolean => existsSync(join(root, bootFile));

/** @throws LabProblem `persist-needs-root` */
export function persistIpVs({ root, isRoot }: HostKernel): void {
  if (!isRoot) throw LabProblem.of("persist-needs-root", { file: bootFilePath });
  writeFileSync(join(root, bootFile), `# ./lab of docker-stages: published ports of a swarm need it.\n${MODULE}\n`);
}

export const forgetIpVs = ({ root }: HostKernel): void => rmSync(join(root, bootFile), { force: true });
