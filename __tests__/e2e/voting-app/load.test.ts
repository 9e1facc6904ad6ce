import { setTimeout as delay } from "node:timers/promises";
import { VotingLab } from "./voting-lab";

jest.setTimeout(240_000);
let lab: VotingLab;
beforeAll(async () => {
  lab = await VotingLab.open();
  await lab.deploy();
}, 300_000);
afterAll(() => lab?.close(), 120_000);

const VOTES = 1_000;
const VOTERS_AT_ONCE = 4;
const PAUSE = 50;
/** Milliseconds between two kills. */
const BETWEEN_KILLS = 2_000;
const SECONDS_TO_COUNT = 90;

test("1,000 votes while tasks are killed one after another: every one that was answered with success is counted", async () => {
  const taken = new Map<string, string>();
  let sent = 0;
  const voter = async () => {
    while (sent < VOTES) {
      sent += 1;
      const id = `0d${sent.toString(16).padStart(8, "0")}`;
      const vote = sent % 3 === 0 ? "a" : "b";
      if (await lab.vote(id, vote)) taken.set(id, vote);
      await delay(PAUSE);
    }
  };
  const killed: string[] = [];
  const kills = async () => {
    const kinds = [
      "voting_stack_vote",
      "voting_stack_worker",
      "voting_edge_haproxy",
      "voting_stack_redis",
      "voting_stack_db",
    ];
    const edges = (await lab.manager.services.list()).some(
      ({ Spec }) => Spec.Name === `${lab.prefix}voting_edge_haproxy`,
    );
    for (const service of kinds.filter((name) => edges || !name.includes("edge"))) {
      await delay(BETWEEN_KILLS);
      const node = await lab.killTask(service);
      killed.push(`${service} on node${node}`);
    }
  };
  await Promise.all([kills(), ...Array.from({ length: VOTERS_AT_ONCE }, voter)]);

  const counted = async () => new Set(await lab.query("SELECT id || vote FROM votes").catch(() => []));
  const missing = async () => {
    const found = await counted();
    return [...taken].map(([id, vote]) => id + vote).filter((each) => !found.has(each));
  };
  for (const deadline = Date.now() + SECONDS_TO_COUNT * 1_000; (await missing()).length > 0 && Date.now() < deadline; )
    await delay(500);
  console.info(`${taken.size} of ${sent} votes were answered with success; killed: ${killed.join(", ")}`);
  expect(await missing()).toEqual([]);
  expect(killed.length).toBeGreaterThanOrEqual(4);
  // Some are refused while redis is away; most are not.
  expect(taken.size).toBeGreaterThan(VOTES / 3);
});
