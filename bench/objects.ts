/**
 * Apply, no-change plan and destroy of 200 mixed objects (networks, volumes, running containers, names of images) by
 * Terraform and the provider, beside the same Engine API calls made directly, in one run. `npx tsx bench/objects.ts [RUNS]`
 */
import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import { defaultUrl, Engine } from "../engine";
import { median } from "./median";
import { printTable } from "./print-table";
import { Workspace } from "./workspace";

const COUNTS = { networks: 20, volumes: 100, containers: 40, tags: 40 };
/** Calls under way at once: Terraform's own default. */
const PARALLELISM = 10;
const IMAGE = "alpine:latest";
/** What Terraform needs for itself, in seconds; the aim of the first issue is at most 1.25 times the calls and this. */
const TERRAFORM_SECONDS = 1.5;
const FACTOR = 1.25;

const runs = Number(process.argv[2] ?? 3);
const prefix = `bench-${randomBytes(3).toString("hex")}`;
const engine = Engine.at(process.env["DOCKER_HOST"] ?? defaultUrl);
const subnet = (i: number) => `10.201.${i}.0/24`;
const names = (kind: keyof typeof COUNTS) => Array.from({ length: COUNTS[kind] }, (_, i) => `${prefix}-${kind}-${i}`);

/** The same objects, and no call that Terraform would not need either. */
const direct = {
  async make() {
    const networks = names("networks").map(
      (name, i) => () => engine.networks.create({ Name: name, IPAM: { Config: [{ Subnet: subnet(i) }] } }),
    );
    const volumes = names("volumes").map((name) => () => engine.volumes.create({ Name: name }));
    const containers = names("containers").map((name) => async () => {
      const { Id } = await engine.containers.create(name, { Image: IMAGE, Cmd: ["sleep", "infinity"] });
      await engine.containers.start(Id);
    });
    const tags = names("tags").map((name) => () => engine.images.tag(IMAGE, { repo: name, tag: "latest" }));
    await all([...networks, ...volumes, ...containers, ...tags]);
  },
  async read() {
    await all([
      ...names("networks").map((name) => () => engine.networks.inspect(name)),
      ...names("volumes").map((name) => () => engine.volumes.inspect(name)),
      ...names("containers").map((name) => () => engine.containers.inspect(name)),
      ...names("tags").map((name) => () => engine.images.inspect(name)),
    ]);
  },
  async remove() {
    await all([
      ...names("containers").map((name) => () => engine.containers.remove(name, { force: true, volumes: true })),
      ...names("networks").map((name) => () => engine.networks.remove(name)),
      ...names("volumes").map((name) => () => engine.volumes.remove(name)),
      ...names("tags").map((name) => () => engine.images.remove(name)),
    ]);
  },
};

const configuration = `
resource "docker_network" "n" {
  count = ${COUNTS.networks}
  name  = "${prefix}-networks-\${count.index}"
  ipam_config {
    subnet = "10.201.\${count.index}.0/24"
  }
}
resource "docker_volume" "v" {
  count = ${COUNTS.volumes}
  name  = "${prefix}-volumes-\${count.index}"
}
resource "docker_container" "c" {
  count   = ${COUNTS.containers}
  name    = "${prefix}-containers-\${count.index}"
  image   = "${IMAGE}"
  command = ["sleep", "infinity"]
  destroy_grace_seconds = 0
}
resource "docker_tag" "t" {
  count        = ${COUNTS.tags}
  source_image = "${IMAGE}"
  target_image = "${prefix}-tags-\${count.index}"
}
`;

async function all(calls: readonly (() => Promise<unknown>)[]): Promise<void> {
  const queue = [...calls];
  const worker = async () => {
    for (let call = queue.shift(); call; call = queue.shift()) await call();
  };
  await Promise.all(Array.from({ length: PARALLELISM }, worker));
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function main(): Promise<void> {
  if (!(await engine.images.tryInspect(IMAGE))) await engine.images.pull(IMAGE);
  const workspace = new Workspace(configuration);
  const times = { make: [[], []], read: [[], []], remove: [[], []] } as Record<
    "make" | "read" | "remove",
    [number[], number[]]
  >;
  try {
    await workspace.init();
    for (let run = 0; run < runs; run++) {
      for (const step of ["make", "read", "remove"] as const) times[step][0].push(await seconds(direct[step]));
      times.make[1].push(await seconds(() => workspace.terraform("apply", "-auto-approve")));
      times.read[1].push(await seconds(() => workspace.terraform("plan", "-detailed-exitcode")));
      times.remove[1].push(await seconds(() => workspace.terraform("destroy", "-auto-approve")));
    }
  } finally {
    await workspace.terraform("destroy", "-auto-approve").catch(() => {});
    await direct.remove().catch(() => {});
    workspace.remove();
    engine.close();
  }
  const rows = Object.entries(times).map(([step, [calls, terraform]]) => {
    const [a, b] = [median(calls), median(terraform)];
    const aim = FACTOR * a + TERRAFORM_SECONDS;
    return [
      step,
      `${a.toFixed(2)} s`,
      `${b.toFixed(2)} s`,
      (b / a).toFixed(2),
      `${aim.toFixed(2)} s`,
      b <= aim ? "yes" : "no",
    ];
  });
  const { networks, volumes, containers, tags } = COUNTS;
  console.log(
    `${networks} networks, ${volumes} volumes, ${containers} running containers, ${tags} tags; medians of ${runs}`,
  );
  printTable(["", "Engine API calls", "Terraform", "ratio", `aim: ${FACTOR}x + ${TERRAFORM_SECONDS} s`, "met"], rows);
}

void main();
