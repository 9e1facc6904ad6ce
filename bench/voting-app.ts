/**
 * The voting app on three nodes that have its images: from deploy to every task running, beside `docker stack deploy` and
 * asking again every half second; and from deploy to the first vote that is counted. `npx tsx bench/voting-app.ts [RUNS]`
 */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { VOTING_APP_FILE } from "../constructs/voting-app";
import { median } from "./median";
import { printTable } from "./print-table";
import { POLL, until, VotingLab } from "./voting-lab";

/** Aims, against `docker stack deploy` and asking: until all tasks run, and until the first vote is counted. */
const AIMS = { provider: 1.15, vote: 1.2 };

const runs = Number(process.argv[2] ?? 5);
const lab = new VotingLab();
const { port, inside, docker, apply, destroy } = lab;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function byTheClient(): Promise<void> {
  await docker("cp", VOTING_APP_FILE, `${lab.node(1)}:/docker-stack.yml`);
  await inside("stack", "deploy", "-c", "/docker-stack.yml", "bench");
  await until(async () => {
    const shown = await inside("stack", "services", "bench", "--format", "{{.Replicas}}");
    const replicas = shown.split("\n").map((text) => /^(\d+)\/(\d+)/.exec(text)!);
    return replicas.length === 5 && replicas.every(([, running, desired]) => running === desired);
  });
}

async function removeByTheClient(): Promise<void> {
  await inside("stack", "rm", "bench");
  const none = async (...list: string[]) => (await inside(...list, "--filter", "name=bench_")) === "";
  await until(() => none("network", "ls", "-q"));
  await until(() => none("ps", "-aq"));
  for (const volume of (await inside("volume", "ls", "-q")).split("\n").filter(Boolean))
    await inside("volume", "rm", volume);
}

async function firstCountedVote(): Promise<void> {
  const vote = () =>
    fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "vote=a",
      signal: AbortSignal.timeout(3_000),
    }).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await vote())) await pause(50);
  const shown = async () =>
    (await fetch(`http://127.0.0.1:${port + 1}/`).then((page) => page.text())).includes('id="count-a">1 vote');
  while (!(await shown().catch(() => false))) await pause(50);
}

async function main(): Promise<void> {
  const times = { client: [] as number[], provider: [] as number[], vote: [] as number[] };
  try {
    await lab.open();
    // Once, so that each node has the images.
    lab.writeApp();
    await apply();
    await destroy();
    for (let i = 0; i < runs; i++) {
      times.client.push(await seconds(byTheClient));
      await removeByTheClient();
      lab.writeApp("mesh");
      times.provider.push(await seconds(apply));
      await destroy();
      lab.writeApp();
      times.vote.push(await seconds(() => Promise.all([apply(), firstCountedVote()])));
      await destroy();
    }
  } finally {
    await lab.close();
  }
  const [client, provider, vote] = [median(times.client), median(times.provider), median(times.vote)];
  console.log(`images present; medians of ${runs}`);
  const against = (what: string, seconds: number, aim: number) => {
    const ratio = seconds / client;
    return [what, seconds.toFixed(2), ratio.toFixed(2), `${aim}`, ratio <= aim ? "yes" : "no"];
  };
  printTable(
    ["", "seconds", "ratio", "aim", "met"],
    [
      [
        `docker stack deploy, then asking every ${POLL / 1000} s until all tasks run`,
        client.toFixed(2),
        "1.00",
        "",
        "",
      ],
      against("this stage, until all tasks have run for a second", provider, AIMS.provider),
      against("this stage and its edge, until the first vote is counted and shown", vote, AIMS.vote),
    ],
  );
}

void main();
