import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import type { Engine } from "../../engine";
import { checkout } from "../checkout";
import { namePrefix } from "../prefix";
import { LabProblem } from "../problem";
import { stages as all, type Stage, withSwarm } from "../stages";
import { isDeployed, isStackDeployed } from "../state-file";
import { say, screen } from "../terminal";
import { machine as words } from "../words/machine";
import { placeOf } from "./engine-place";
import { decideIngress, type IngressFinding, type KnownIpVs } from "./ingress";
import {
  bootFilePath,
  ensureIpVs,
  findIpVs,
  forgetIpVs,
  type HostKernel,
  hostKernel,
  isPersistent,
  persistIpVs,
} from "./ip-vs";
import { readFindings } from "./lab-file";
import { ipVsOfNodes, meshTrouble, restartNodes } from "./mesh";

export interface IngressOptions {
  /** Whether ./lab may change the machine. */
  readonly install: boolean;
  /** Whether ip_vs is to be loaded at each boot; `ask`: where it had to be loaded, and somebody is there to be asked. @default false */
  readonly persist?: boolean | "ask";
}

/** Where ./lab finds what it goes by. */
export interface Ground {
  readonly kernel: HostKernel;
  /** With lab.json and the stages' states. */
  readonly folder: string;
}

const ownGround: Ground = { kernel: hostKernel, folder: checkout };

const stage3 = () => `${namePrefix()}stage3`;

const kept = ({ folder }: Ground): IngressFinding => readFindings(join(folder, "lab.json"));

/**
 * Finds how a swarm's ports are to be published, and has ip_vs loaded where that is for stages with one.
 *
 * @param stages that are to be deployed
 * @throws LabProblem `persist-needs-root`, `persist-elsewhere`, `node-not-back`
 */
export async function prepareIngress(
  engine: Engine,
  stages: readonly Stage[],
  options: IngressOptions,
  ground = ownGround,
): Promise<IngressFinding> {
  const { isHere, machine } = await placeOf(engine);
  if (options.persist === true && !isHere) throw LabProblem.of("persist-elsewhere", { machine });
  const ipVs = isHere ? await ipVsHere(engine, stages, options, ground) : await ipVsOfNodes(engine, stage3());
  const { ingress, ...finding } = decideIngress(kept(ground), ipVs, isStackDeployed(ground.folder));
  if (options.persist === true && ingress === "mesh") keepLoading(ground.kernel);
  return { ingress, ...finding };
}

async function ipVsHere(
  engine: Engine,
  stages: readonly Stage[],
  options: IngressOptions,
  ground: Ground,
): Promise<KnownIpVs> {
  const { ingress, ingressBy } = kept(ground);
  const isWanted = withSwarm(stages).length > 0;
  if (!isWanted || (ingress === "edge" && ingressBy === "chosen")) return findIpVs(ground.kernel);
  return load(engine, options, ground);
}

/**
 * After a reboot: has ip_vs loaded for a mesh that stands, where ./lab may, and else says what keeps ports from
 * answering.
 *
 * @throws LabProblem `node-not-back`
 */
export async function mendMesh(
  engine: Engine,
  options: Pick<IngressOptions, "install">,
  ground = ownGround,
): Promise<void> {
  const finding = kept(ground);
  if (finding.ingress === "mesh" && (await placeOf(engine)).isHere) await load(engine, options, ground);
  const trouble = await meshTrouble(engine, stage3(), finding);
  if (trouble) say(trouble);
}

/** The file that has ip_vs loaded at each boot goes with the last stage that wants it. */
export function forgetBoot({ kernel, folder }: Ground = ownGround): void {
  if (!isPersistent(kernel) || withSwarm(all).some((stage) => isDeployed(stage, folder))) return;
  if (kernel.isRoot) forgetIpVs(kernel);
  say(kernel.isRoot ? words.forgotten(bootFilePath) : words.notForgotten(bootFilePath));
}

async function load(
  engine: Engine,
  { install, persist = false }: IngressOptions,
  { kernel }: Ground,
): Promise<KnownIpVs> {
  const { ipVs, isNew } = await ensureIpVs(kernel, { install });
  if (!isNew) return ipVs;
  say(words.loadedIpVs());
  await restartNodes(engine, stage3());
  if (persist === true || isPersistent(kernel)) return ipVs;
  if (persist === "ask" && (await saysYes(words.askPersist(bootFilePath)))) keepLoading(kernel);
  else say(words.notPersisted());
  return ipVs;
}

function keepLoading(kernel: HostKernel): void {
  if (isPersistent(kernel)) return;
  persistIpVs(kernel);
  say(words.persisted(bootFilePath));
}

/** Asks whoever sits at a terminal; nobody there says no. */
async function saysYes(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(?:y(?:es)?|s[ií]?)$/i.test((await screen.still(() => terminal.question(question))).trim());
  } finally {
    terminal.close();
  }
}
