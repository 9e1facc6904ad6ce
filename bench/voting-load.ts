/**
 * The voting app under change: pages and votes by the clock, at 50 a second, while it is scaled, a worker node is killed or
 * paused, the machine is busy, or the only manager is lost. `npx tsx bench/voting-load.ts [SCENARIO…]`
 */
import { loadavg, setPriority } from "node:os";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { hasFailed, openLoop, type Shot } from "./open-loop";
import { printTable } from "./print-table";
import { relayTo } from "./relay";
import { Strain } from "./strain";
import { until, VotingLab } from "./voting-lab";
import { failuresOf, firstVoteAfter, head, reasons, within } from "./voting-report";
import { type Scenario, scenarios, voteService } from "./voting-scenarios";

const RATE = 50;
/** Seconds that all votes may take to be counted once the load is over, and the app to be whole again. */
const COUNTED_WITHIN = 120;
const READY_WITHIN = 180;
/** Milliseconds that the machine is under strain before the requests begin. */
const STRAINED_BEFORE = 10_000;
/** Of this process, which measures, before the ones that are measured; it needs root. */
const FIRST = -10;

const lab = new VotingLab();
const { docker, inside, node } = lab;
const own = () => `http://127.0.0.1:${lab.port}`;

/** Two tasks take votes, every node is there, and pages and votes are answered. */
async function madeReady(): Promise<void> {
  for (const number of [1, 2, 3]) {
    // It is an error to unpause a node that is not paused.
    await docker("unpause", node(number)).catch(() => {});
    await docker("start", node(number));
  }
  await until(async () => {
    const nodes = await inside("node", "ls", "--format", "{{.Status}}").catch(() => "");
    return nodes.split("\n").filter((status) => status === "Ready").length === 3;
  }, READY_WITHIN);
  await inside("service", "scale", "-d", `${voteService(lab)}=2`);
  await until(async () => {
    const shown = await inside("stack", "services", `${lab.prefix}voting_stack`, "--format", "{{.Replicas}}");
    return shown.split("\n").every((text) => /^(\d+)\/\1\b/.test(text));
  }, READY_WITHIN);
  await until(async () => {
    const shots = await openLoop({ url: own(), rate: RATE, seconds: 2, voters: "fe" });
    return !shots.some(hasFailed);
  }, READY_WITHIN);
}

async function edgeOfNode2() {
  const format = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}";
  return relayTo(await docker("inspect", "-f", format, node(2)), 5000);
}

/** How many votes that were answered with success Postgres does not have, once it has had time to. */
async function lostVotes(shots: readonly Shot[], voters: string): Promise<number> {
  const taken = shots.filter((shot) => shot.voter && !hasFailed(shot)).map((shot) => shot.voter! + shot.vote!);
  let missing = taken;
  const areAllCounted = async () => {
    const db = await inside("ps", "-q", "--filter", `label=com.docker.swarm.service.name=${lab.prefix}voting_stack_db`);
    const sql = `SELECT id || vote FROM votes WHERE id LIKE '${voters}%'`;
    const found = new Set((await inside("exec", db, "psql", "-U", "postgres", "-tAc", sql)).split("\n"));
    missing = taken.filter((each) => !found.has(each));
    return missing.length === 0;
  };
  await until(() => areAllCounted().catch(() => false), COUNTED_WITHIN).catch(() => {});
  return missing.length;
}

async function measured(name: string, { what, seconds, strain, besideManager, disturb }: Scenario, round: number) {
  await madeReady();
  const beside = besideManager ? await edgeOfNode2() : undefined;
  const straining = strain && new Strain(strain);
  try {
    if (straining) await pause(STRAINED_BEFORE);
    // After the strain, which would inherit it: or the clock itself would be late.
    setPriority(FIRST);
    const voters = `${Math.floor(Date.now() / 1000).toString(16)}${round}`;
    const started = performance.now();
    const [shots, back] = await Promise.all([
      openLoop({ url: beside?.url ?? own(), rate: RATE, seconds, voters }),
      disturb(lab),
    ]);
    setPriority(0);
    const load = loadavg()[0]!.toFixed(0);
    const why = reasons(shots);
    if (why) console.error(`${name}: ${why}`);
    if (back !== undefined) console.error(`${name}: ${firstVoteAfter(shots, back - started)}`);
    await straining?.end();
    await madeReady();
    const failed = [failuresOf(shots, "GET"), failuresOf(shots, "POST")];
    const times = [0.5, 0.99, 1].map((part) => within(shots, part));
    return [what, ...failed, ...times, String(await lostVotes(shots, voters)), load];
  } finally {
    setPriority(0);
    await straining?.end();
    beside?.close();
  }
}

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const known: ReadonlyMap<string, Scenario> = new Map(Object.entries(scenarios));
  const wanted = named.length > 0 ? named : [...known.keys()];
  const strange = wanted.filter((name) => !known.has(name));
  if (strange.length > 0)
    throw new Error(`no scenario ${strange.join(", ")}: there are ${[...known.keys()].join(", ")}`);
  const rows: string[][] = [];
  try {
    await lab.open();
    lab.writeApp();
    await lab.apply();
    for (const name of wanted) {
      const scenario = known.get(name)!;
      for (let round = 1; round <= (scenario.rounds ?? 1); round++) rows.push(await measured(name, scenario, round));
    }
  } finally {
    // A node that stands still cannot be removed.
    for (const number of [2, 3]) await docker("unpause", node(number)).catch(() => {});
    await lab.close();
  }
  console.log(`${RATE} requests a second, pages and votes in turn; failed: no 2xx or 3xx within 10 s; milliseconds`);
  printTable(head, rows);
}

void main();
