/**
 * The voting app under change: pages and votes by the clock, at 50 a second, while it is scaled, a worker node is killed or
 * paused, the machine is busy, or the only manager is lost. `npx tsx bench/voting-load.ts [SCENARIO…]`
 */
import { createConnection, createServer, type Server } from "node:net";
import { loadavg, setPriority } from "node:os";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { hasFailed, openLoop, type Shot } from "./open-loop";
import { printTable } from "./print-table";
import { Strain } from "./strain";
import { until, VotingLab } from "./voting-lab";

const RATE = 50;
/** Seconds that all votes may take to be counted once the load is over. */
const COUNTED_WITHIN = 120;
const READY_WITHIN = 180;
/** Of this process, which measures, before the ones that are measured; it needs root. */
const FIRST = -10;

interface Scenario {
  readonly what: string;
  readonly seconds: number;
  /** How often, each a row. @default 1 */
  readonly rounds?: number;
  /** What else the machine has to do. */
  readonly strain?: { readonly busy: number; readonly writing: number };
  /** Whether the requests go to node 2, as those of a client that knows more than one node. */
  readonly besideManager?: boolean;
  /** What happens meanwhile. */
  disturb(): Promise<unknown>;
}

const HEAVY = { busy: 40, writing: 8 };
const lab = new VotingLab();
const { docker, inside, node } = lab;
const vote = () => `${lab.prefix}voting_stack_vote`;

const scaling = async () => {
  await pause(5_000);
  await inside("service", "scale", "-d", `${vote()}=5`);
  await pause(22_000);
  await inside("service", "scale", "-d", `${vote()}=2`);
};
/** Does it to a worker node that takes votes. */
const toWorker = (verb: "kill" | "pause") => async () => {
  const hostname = await workerThatTakesVotes();
  await pause(5_000);
  await docker(verb, node(Number(hostname.slice("node".length))));
};
let managerBack = 0;
const managerLost = async () => {
  await pause(5_000);
  await docker("kill", node(1));
  await pause(20_000);
  await docker("start", node(1));
  managerBack = performance.now();
};

const scenarios: Readonly<Record<string, Scenario>> = {
  scaling: { what: "scaled 2 → 5 → 2", seconds: 50, rounds: 3, disturb: scaling },
  busy: { what: "beside six busy loops", seconds: 40, strain: { busy: 6, writing: 0 }, disturb: async () => {} },
  killed: { what: "a worker node killed", seconds: 35, disturb: toWorker("kill") },
  paused: { what: "a worker node paused", seconds: 35, disturb: toWorker("pause") },
  "heavy-scaling": { what: "heavy load, scaled", seconds: 60, strain: HEAVY, disturb: scaling },
  "heavy-killed": { what: "heavy load, a node killed", seconds: 35, strain: HEAVY, disturb: toWorker("kill") },
  "heavy-paused": { what: "heavy load, a node paused", seconds: 35, strain: HEAVY, disturb: toWorker("pause") },
  manager: { what: "the only manager lost for 20 s", seconds: 70, besideManager: true, disturb: managerLost },
};

async function workerThatTakesVotes(): Promise<string> {
  const shown = await inside("service", "ps", vote(), "--filter", "desired-state=running", "--format", "{{.Node}}");
  const found = shown.split("\n").find((name) => /^node[23]$/.test(name));
  if (!found) throw new Error(`no worker node takes votes: ${shown}`);
  return found;
}

/** Two tasks take votes, one of them at least on a worker node, each node is there, and pages and votes are answered. */
async function madeReady(): Promise<void> {
  for (const number of [1, 2, 3]) {
    await docker("unpause", node(number)).catch(() => {});
    await docker("start", node(number));
  }
  await until(async () => {
    const nodes = await inside("node", "ls", "--format", "{{.Status}}").catch(() => "");
    return nodes.split("\n").filter((status) => status === "Ready").length === 3;
  }, READY_WITHIN);
  await inside("service", "scale", "-d", `${vote()}=2`);
  await until(async () => {
    const shown = await inside("stack", "services", `${lab.prefix}voting_stack`, "--format", "{{.Replicas}}");
    return shown.split("\n").every((text) => /^(\d+)\/\1\b/.test(text));
  }, READY_WITHIN);
  const url = `http://127.0.0.1:${lab.port}`;
  await until(async () => {
    const shots = await openLoop({ url, rate: RATE, seconds: 2, voters: "fe" });
    return !shots.some(hasFailed);
  }, READY_WITHIN);
}

/** A port of this machine that leads to node 2's edge. */
async function relay(): Promise<{ readonly server: Server; readonly url: string }> {
  const format = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}";
  const host = await docker("inspect", "-f", format, node(2));
  const server = createServer((client) => {
    const upstream = createConnection({ host, port: 5000 });
    client.on("error", () => upstream.destroy()).pipe(upstream);
    upstream.on("error", () => client.destroy()).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as { port: number }).port}` };
}

/** How many votes that were answered with success Postgres does not have, once it has had time to. */
async function lostVotes(shots: readonly Shot[], voters: string): Promise<number> {
  const taken = shots.filter((shot) => shot.voter && !hasFailed(shot)).map((shot) => shot.voter! + shot.vote!);
  let missing = taken;
  const look = async () => {
    const db = await inside("ps", "-q", "--filter", `label=com.docker.swarm.service.name=${lab.prefix}voting_stack_db`);
    const sql = `SELECT id || vote FROM votes WHERE id LIKE '${voters}%'`;
    const found = new Set((await inside("exec", db, "psql", "-U", "postgres", "-tAc", sql)).split("\n"));
    missing = taken.filter((each) => !found.has(each));
    return missing.length === 0;
  };
  await until(() => look().catch(() => false), COUNTED_WITHIN).catch(() => {});
  return missing.length;
}

const of = (shots: readonly Shot[], method: string) => {
  const all = shots.filter((shot) => shot.method === method);
  return `${all.filter(hasFailed).length} of ${all.length}`;
};
const milliseconds = (shots: readonly Shot[], part: number) => {
  const sorted = shots
    .filter((shot) => !hasFailed(shot))
    .map(({ took }) => took)
    .sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(0);
};

/** `503 with Retry-After: 12; ECONNREFUSED: 3`, and when the first and the last of them were sent. */
function reasons(shots: readonly Shot[]): string {
  const failed = shots.filter(hasFailed);
  const counts = new Map<string, number>();
  for (const { method, status, retryAfter, error } of failed) {
    const why = `${method} ${status ? `${status}${retryAfter ? " with Retry-After" : ""}` : error}`;
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const seconds = failed.map(({ at }) => (at / 1000).toFixed(1));
  return failed.length === 0
    ? ""
    : `${[...counts].map(([why, count]) => `${why}: ${count}`).join("; ")}; sent from ${seconds[0]} to ${seconds.at(-1)} s`;
}

/** Seconds from the return of the manager to the first vote that was taken after it. */
function firstVoteAfter(shots: readonly Shot[], started: number): string {
  const answers = shots
    .filter((shot) => shot.voter && !hasFailed(shot))
    .map(({ at, took }) => started + at + took - managerBack)
    .filter((after) => after > 0);
  return answers.length ? `${(Math.min(...answers) / 1000).toFixed(1)} s after its start` : "none";
}

async function measure(name: string, scenario: Scenario): Promise<string[][]> {
  const rows: string[][] = [];
  for (let round = 1; round <= (scenario.rounds ?? 1); round++) {
    await madeReady();
    const strain = scenario.strain && new Strain(scenario.strain);
    const beside = scenario.besideManager ? await relay() : undefined;
    try {
      // So that the load is there before the requests are.
      if (strain) await pause(10_000);
      // After the strain, which would inherit it: or the clock itself would be late.
      setPriority(FIRST);
      const voters = `${Math.floor(Date.now() / 1000).toString(16)}${round}`;
      const url = beside?.url ?? `http://127.0.0.1:${lab.port}`;
      const started = performance.now();
      const [shots] = await Promise.all([
        openLoop({ url, rate: RATE, seconds: scenario.seconds, voters }),
        scenario.disturb(),
      ]);
      setPriority(0);
      const load = loadavg()[0]!.toFixed(0);
      await strain?.end();
      const why = reasons(shots);
      if (why) console.error(`${name}: ${why}`);
      if (beside) console.error(`${name}: first vote taken ${firstVoteAfter(shots, started)}`);
      beside?.server.close();
      if (beside) await madeReady();
      rows.push([
        scenario.what,
        of(shots, "GET"),
        of(shots, "POST"),
        milliseconds(shots, 0.5),
        milliseconds(shots, 0.99),
        milliseconds(shots, 1),
        String(await lostVotes(shots, voters)),
        load,
      ]);
    } finally {
      await strain?.end();
      beside?.server.close();
    }
  }
  return rows;
}

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const known = Object.keys(scenarios);
  const wanted = named.length > 0 ? named : known;
  const strange = wanted.filter((name) => !known.includes(name));
  if (strange.length > 0) throw new Error(`no scenario ${strange.join(", ")}: there are ${known.join(", ")}`);
  const rows: string[][] = [];
  try {
    await lab.open();
    lab.writeApp();
    await lab.apply();
    for (const name of wanted) rows.push(...(await measure(name, scenarios[name]!)));
  } finally {
    await docker("unpause", node(2)).catch(() => {});
    await docker("unpause", node(3)).catch(() => {});
    await lab.close();
  }
  console.log(`${RATE} requests a second, pages and votes in turn; failed: no 2xx or 3xx within 10 s; milliseconds`);
  printTable(["", "pages failed", "votes failed", "median", "99 %", "slowest", "votes lost", "load"], rows);
}

void main();
