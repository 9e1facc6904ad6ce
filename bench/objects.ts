/**
 * Apply, no-change plan and destroy of 160 mixed objects (networks, volumes, running containers, names of images) by
 * Terraform and the provider, in one run with the same Engine API calls made directly and with the floor: as many
 * resources of a provider that is the same but for doing nothing. `npx tsx bench/objects.ts [RUNS]`
 */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { defaultUrl, Engine } from "../engine";
import { floorBundle } from "./floor";
import { median } from "./median";
import { printTable } from "./print-table";
import { Workspace } from "./workspace";

const COUNTS = { networks: 20, volumes: 60, containers: 40, tags: 40 };
/** Calls under way at once: Terraform's own default. */
const PARALLELISM = 10;
const IMAGE = "alpine:latest";
/** At most this many times the calls, and the floor; of a plan, this many times the floor, beside which calls are nothing. */
const OF_CALLS = 1.15;
const OF_FLOOR = 1.3;

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

/** The same of the provider that does nothing, its schemas being the same; and as many resources with a name alone. */
const floors = {
  floor: configuration.replaceAll('"docker_', '"floor_'),
  bare: Object.entries(COUNTS)
    .map(
      ([kind, count]) =>
        `resource "floor_nothing" "${kind}" {\n  count = ${count}\n  name  = "${kind}-\${count.index}"\n}`,
    )
    .join("\n"),
};

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

/** The commands of Terraform that do a step. */
const commands = {
  make: ["apply", "-auto-approve"],
  read: ["plan", "-detailed-exitcode"],
  remove: ["destroy", "-auto-approve"],
} as const;
type Step = keyof typeof commands;
const steps = Object.keys(commands) as Step[];

type Times = { readonly step: Step } & { readonly [W in "calls" | "bare" | "floor" | "ours"]: number[] };

const aims: { readonly [S in Step]: (calls: number, floor: number) => number } = {
  make: (calls, floor) => OF_CALLS * calls + floor,
  read: (_, floor) => OF_FLOOR * floor,
  remove: (calls, floor) => OF_CALLS * calls + floor,
};

async function main(): Promise<void> {
  if (!(await engine.images.tryInspect(IMAGE))) await engine.images.pull(IMAGE);
  const bundle = floorBundle();
  const workspaces = {
    bare: new Workspace(floors.bare, bundle),
    floor: new Workspace(floors.floor, bundle),
    ours: new Workspace(configuration),
  };
  const folders = Object.values(workspaces);
  const ways = ["calls", "bare", "floor", "ours"] as const;
  const does = (way: (typeof ways)[number], step: Step) =>
    way === "calls" ? direct[step]() : workspaces[way].terraform(...commands[step]);
  const times = steps.map((step) => ({ step, calls: [], bare: [], floor: [], ours: [] }) as Times);
  try {
    for (const workspace of folders) await workspace.init();
    for (let run = 0; run < runs; run++)
      for (const way of ways) for (const each of times) each[way].push(await seconds(() => does(way, each.step)));
  } finally {
    await workspaces.ours.terraform("destroy", "-auto-approve").catch(() => {});
    await direct.remove().catch(() => {});
    for (const workspace of folders) workspace.remove();
    rmSync(bundle.folder, { recursive: true });
    engine.close();
  }
  const rows = times.map(({ step, ...seen }) => {
    const [calls, bare, floor, most] = ways.map((way) => median(seen[way])) as [number, number, number, number];
    const aim = aims[step](calls, floor);
    const cells = [calls, bare, floor, most, aim].map((each) => `${each.toFixed(2)} s`);
    return [step, ...cells, (most / aim).toFixed(2), most <= aim ? "yes" : "no"];
  });
  const { networks, volumes, containers, tags } = COUNTS;
  console.log(
    `${networks} networks, ${volumes} volumes, ${containers} running containers, ${tags} tags; medians of ${runs}`,
  );
  printTable(["", "Engine API calls", "with a name alone", "floor", "ours", "aim", "of the aim", "met"], rows);
}

void main();
