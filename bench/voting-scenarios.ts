import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { VotingLab } from "./voting-lab";

export interface Scenario {
  readonly what: string;
  readonly seconds: number;
  /** How often, each a row. @default 1 */
  readonly rounds?: number;
  /** What else the machine has to do. */
  readonly strain?: { readonly busy: number; readonly writing: number };
  /** Whether the requests go to node 2, as those of a client that knows more than one node. */
  readonly besideManager?: boolean;
  /** What happens meanwhile. When, of this process's clock, what was taken away was given back. */
  disturb(lab: VotingLab): Promise<number | undefined>;
}

/** Milliseconds before anything happens, of the five tasks, and of the manager's absence. */
const BEFORE = 5_000;
const GROWN = 22_000;
const AWAY = 20_000;

/** A load of 40 to 60 on two cores. */
const HEAVY = { busy: 32, writing: 16 };

export const voteService = ({ prefix }: VotingLab): string => `${prefix}voting_stack_vote`;

async function scaling(lab: VotingLab): Promise<undefined> {
  await pause(BEFORE);
  await lab.inside("service", "scale", "-d", `${voteService(lab)}=5`);
  await pause(GROWN);
  await lab.inside("service", "scale", "-d", `${voteService(lab)}=2`);
}

/** Does it to a worker node that takes votes. */
const toWorker =
  (verb: "kill" | "pause") =>
  async (lab: VotingLab): Promise<undefined> => {
    const hostname = await workerThatTakesVotes(lab);
    await pause(BEFORE);
    await lab.docker(verb, lab.node(Number(hostname.slice("node".length))));
  };

async function workerThatTakesVotes(lab: VotingLab): Promise<string> {
  const running = ["--filter", "desired-state=running", "--format", "{{.Node}}"];
  const shown = await lab.inside("service", "ps", voteService(lab), ...running);
  const found = shown.split("\n").find((name) => /^node[23]$/.test(name));
  if (!found) throw new Error(`no worker node takes votes: ${shown}`);
  return found;
}

async function managerLost({ docker, node }: VotingLab): Promise<number> {
  await pause(BEFORE);
  await docker("kill", node(1));
  await pause(AWAY);
  await docker("start", node(1));
  return performance.now();
}

const nothing = async () => undefined;

export const scenarios = {
  scaling: { what: "scaled 2 → 5 → 2", seconds: 50, rounds: 3, disturb: scaling },
  busy: { what: "beside six busy loops", seconds: 40, strain: { busy: 6, writing: 0 }, disturb: nothing },
  killed: { what: "a worker node killed", seconds: 35, disturb: toWorker("kill") },
  paused: { what: "a worker node paused", seconds: 35, disturb: toWorker("pause") },
  "heavy-scaling": { what: "heavy load, scaled", seconds: 60, strain: HEAVY, disturb: scaling },
  "heavy-killed": { what: "heavy load, a node killed", seconds: 35, strain: HEAVY, disturb: toWorker("kill") },
  "heavy-paused": { what: "heavy load, a node paused", seconds: 35, strain: HEAVY, disturb: toWorker("pause") },
  manager: { what: "the only manager lost for 20 s", seconds: 70, besideManager: true, disturb: managerLost },
} as const satisfies Readonly<Record<string, Scenario>>;
