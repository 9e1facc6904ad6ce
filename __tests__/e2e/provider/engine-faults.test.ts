import { setTimeout as pause } from "node:timers/promises";
import { makeHostImage } from "../engine/host-image";
import { OwnEngine } from "../own-engine";
import { buildDockerProvider, outcomeOf, type Terraform, terraformWith } from "./harness";

// What becomes of an apply whose engine dies, restarts or stops answering in the middle of it.
jest.setTimeout(60_000);

const provider = buildDockerProvider();
const prefix = "t-fault";
/** An engine that ends in order answers the calls of connections that it has: there are more to come than it has time for. */
const COUNTS = { volumes: 150, containers: 8 };
let mine: OwnEngine;
let terraform: Terraform;

beforeAll(async () => {
  jest.spyOn(process.stderr, "write").mockImplementation(() => true);
  mine = await OwnEngine.prepare();
  await mine.start();
  const image = await makeHostImage(mine.engine, prefix);
  terraform = await terraformWith(
    provider,
    `
    provider "docker" {
      host = "${mine.url}"
    }
    resource "docker_container" "c" {
      count                 = ${COUNTS.containers}
      name                  = "${prefix}-\${count.index}"
      image                 = "${image}"
      command               = ["sleep", "600"]
      network_mode          = "none"
      destroy_grace_seconds = 0
      stop_signal           = "SIGKILL"
      volumes {
        host_path      = "/usr"
        container_path = "/usr"
        read_only      = true
      }
    }
    resource "docker_volume" "v" {
      count = ${COUNTS.volumes}
      name  = "${prefix}-\${count.index}"
      depends_on = [docker_container.c]
    }`,
  );
});

afterEach(async () => {
  await mine.ensureStarted();
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [] });
  expect(await objects()).toEqual([]);
});

afterAll(async () => {
  jest.restoreAllMocks();
  terraform.remove();
  provider.remove();
  await mine.remove();
});

async function objects(): Promise<string[]> {
  const [containers, volumes] = [await mine.engine.containers.list({ all: true }), await mine.engine.volumes.list()];
  return [...containers.flatMap(({ Names }) => Names), ...volumes.map(({ Name }) => Name)].filter((name) =>
    name?.includes(prefix),
  ) as string[];
}

/** An apply that has begun to make objects, and not ended. */
async function applying() {
  const running = terraform.start("apply");
  while ((await objects()).length < 3) await pause(20);
  return running;
}

const lost = /^(the connection to the|no Docker) engine .*\/docker\.sock/;

test.each([
  { signal: "SIGKILL", told: lost },
  // One that ends in order may still answer the calls in flight, each that what it was about failed, or was killed.
  {
    signal: "SIGTERM",
    told: new RegExp(`${lost.source}|^container "\\S+" (?:failed on the engine|exited immediately with 137)$`),
  },
] as const)(
  "the engine ends by $signal in mid-apply: errors say so, and the next apply converges",
  async ({ signal, told }) => {
    const running = await applying();
    await mine.stop(signal);
    const { code, errors } = outcomeOf(await running.ended);
    expect(code).toBe(1);
    expect(errors).not.toEqual([]);
    expect(errors.filter(({ summary }) => !told.test(summary))).toEqual([]);
    await mine.start();
    expect(await terraform.apply()).toMatchObject({ code: 0, errors: [] });
    expect(await terraform.changes()).toEqual([]);
    expect(await objects()).toHaveLength(COUNTS.containers + COUNTS.volumes);
  },
);

test("the engine stands still in mid-apply and goes on: the apply waits, and goes through", async () => {
  const running = await applying();
  await mine.signal("SIGSTOP");
  const ended = running.ended.then(() => "ended");
  expect(await Promise.race([ended, pause(2000, "waits")])).toBe("waits");
  await mine.signal("SIGCONT");
  expect((await running.ended).code).toBe(0);
  expect(await objects()).toHaveLength(COUNTS.containers + COUNTS.volumes);
});

test("the engine stands still and Terraform is interrupted: the apply ends, and the next one converges", async () => {
  const running = await applying();
  await mine.signal("SIGSTOP");
  running.killGroup("SIGINT");
  expect((await running.ended).code).toBe(1);
  await mine.signal("SIGCONT");
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [] });
  expect(await objects()).toHaveLength(COUNTS.containers + COUNTS.volumes);
});

test("no engine at all is an error that says where it was looked for", async () => {
  await terraform.apply();
  await mine.stop();
  const { code, errors } = await terraform.run("plan");
  expect(code).toBe(1);
  expect(errors[0]?.detail).toContain(mine.url);
  await mine.start();
});
