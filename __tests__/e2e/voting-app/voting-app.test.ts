import { setTimeout as delay } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { stacksOf } from "../../../commands/status/stacks";
import { plainTable, type Table } from "../../../commands/status/table";
import { checkLessons, lessonLine } from "../../../commands/verify/check-lessons";
import { portsHere, portsThrough } from "../../../commands/verify/published-ports";
import { lessons } from "../../../stacks/stage4/lessons";
import { openBrowser } from "./browser";
import { applied, VotingLab } from "./voting-lab";

jest.setTimeout(240_000);
let lab: VotingLab;
let browser: Browser;
beforeAll(async () => {
  lab = await VotingLab.open();
  await lab.deploy();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await lab?.close();
}, 120_000);

const eventually = async <T>(look: () => Promise<T | undefined | false>, seconds = 30): Promise<T> => {
  for (const deadline = Date.now() + seconds * 1000; ; await delay(200)) {
    const found = await look().catch(() => undefined);
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s`);
  }
};

const changed = (changes: readonly { actions: readonly string[]; address: string }[]) =>
  changes
    // What is read again changes nothing.
    .filter(({ actions }) => actions[0] !== "no-op" && actions[0] !== "read")
    .map(({ actions, address }) => `${actions} ${address}`);

test("a second deploy changes nothing", async () => {
  expect(changed(await lab.stage4.plan())).toEqual([]);
});

const askers = {
  "from here": () => portsHere,
  "through the engine": () =>
    portsThrough(
      lab.outer,
      "there",
      async () => (await lab.outer.containers.inspect(lab.container(1))).Image,
      `${lab.prefix}asker`,
    ),
} as const;

test.each(Object.entries(askers))("every lesson of the stage holds, its ports asked %s", async (_, asker) => {
  const lines: string[] = [];
  const ports = asker();
  const live = {
    ports,
    engine: lab.outer,
    name: (name: string) => lab.prefix + name,
    inside: (container: string) => lab.node(Number(container.at(-1))),
  };
  await checkLessons(lessons, live, (lesson) => lines.push(lessonLine(lesson))).finally(ports.close);
  expect(lines.filter((line) => !line.startsWith("✓"))).toEqual([]);
  expect(lines).toHaveLength(lessons.length);
  const left = await lab.outer.containers.list({ all: true, filters: { name: [`${lab.prefix}asker`] } });
  expect(left).toEqual([]);
});

test("the stage's status shows stack, services and tasks", async () => {
  const tables = await stacksOf(lab.outer, `${lab.prefix}stage4`, `${lab.prefix}stage3`);
  const shown = Object.values(tables as Readonly<Record<string, Table>>)
    .map((table) => plainTable(table))
    .join("\n");
  expect(shown).toMatch(new RegExp(`^${lab.stack} +5$`, "m"));
  expect(shown).toMatch(new RegExp(`^\\w+ +${lab.stack}_vote +replicated +2/2 `, "m"));
  expect(shown).toMatch(new RegExp(`^\\w+ +${lab.stack}_worker\\.2 +node\\d +running `, "m"));
});

test("a browser votes at 5000 and sees the count move at 5001", async () => {
  const context = await browser.newContext();
  const result = await context.newPage();
  await result.goto(`http://127.0.0.1:${lab.ports.result}/`);
  const vote = await context.newPage();
  await vote.goto(`http://127.0.0.1:${lab.ports.vote}/`);
  const total = () => result.textContent("#total");
  expect(await total()).toBe("No votes yet");
  await vote.click('button[value="a"]');
  await vote.waitForSelector('button[value="a"][aria-pressed="true"]');
  await eventually(async () => (await total()) === "1 vote");
  expect(await result.textContent("#part-a")).toBe("100.0%");
  // One vote each: a change of mind takes the other's place.
  await vote.click('button[value="b"]');
  await eventually(async () => (await result.textContent("#part-b")) === "100.0%");
  expect(await total()).toBe("1 vote");
  await context.close();
});

test("scaling 2 to 5 to 2 is one number in the plan, and replaces no running task", async () => {
  const before = await lab.tasks("voting_stack_vote");
  expect(before).toHaveLength(2);
  const five = "-var=vote_replicas=5";
  const plan = await lab.stage4.plan(five);
  expect(changed(plan)).toEqual([expect.stringMatching(/^update docker_service\..*vote/)]);
  const [{ before: was, after }] = plan.filter(({ actions }) => actions[0] === "update") as [(typeof plan)[number]];
  expect({ ...after, mode: undefined }).toEqual({ ...was, mode: undefined });
  await applied(lab.stage4, five);
  const grown = await lab.tasks("voting_stack_vote");
  expect(grown).toHaveLength(5);
  expect(grown).toEqual(expect.arrayContaining(before));
  await applied(lab.stage4);
  const shrunk = await lab.tasks("voting_stack_vote");
  expect(shrunk).toHaveLength(2);
  expect(grown).toEqual(expect.arrayContaining(shrunk));
});

test("votes survive the death of a worker node, and a redeploy", async () => {
  for (const voter of ["aa01", "aa02"]) expect(await lab.vote(voter, "a")).toBe(true);
  await lab.outer.containers.kill(lab.container(3), "SIGKILL");
  for (const voter of ["aa03", "aa04"]) await eventually(() => lab.vote(voter, "b"));
  await lab.outer.containers.start(lab.container(3));
  await applied(lab.stage3);
  await applied(lab.stage4);
  const cast = async () => (await lab.query("SELECT id || vote FROM votes WHERE id LIKE 'aa%' ORDER BY id")).join();
  await eventually(async () => (await cast()) === "aa01a,aa02a,aa03b,aa04b", 60);
  const db = lab.stage4.state().find(({ address }) => /^docker_service\..*services_db_/.test(address))!;
  await applied(lab.stage4, `-replace=${db.address}`);
  await eventually(async () => (await cast()) === "aa01a,aa02a,aa03b,aa04b", 60);
  expect(changed(await lab.stage4.plan())).toEqual([]);
});

test("destroy of both leaves nothing", async () => {
  expect((await lab.stage4.destroy()).errors).toEqual([]);
  const services = (await lab.manager.services.list()).map(({ Spec }) => Spec.Name);
  expect(services).toEqual([`${lab.prefix}stage3_stack_clock`]);
  expect((await lab.manager.volumes.list()).map(({ Name }) => Name)).toEqual([]);
  expect((await lab.stage3.destroy()).errors).toEqual([]);
  expect(await lab.left()).toEqual([]);
});
