import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ContainerInspect, compareVersions } from "../../../../../engine";
import { NONCE_LABEL } from "../../../../../formats/labels";
import type { Row, World } from "../../../../provider/resources/container/interface/row";
import { nothing, rows } from "../../../../provider/resources/container/interface/rows";
import { speaks } from "../../../engine/speaks";
import { buildDockerProvider, type Terraform, terraformWith } from "../../harness";
import { resource } from "./hcl";
import { ContainerScene } from "./scene";

jest.setTimeout(300_000);
const provider = buildDockerProvider();
const names = rows({} as World).map(({ name, since }, index) => ({ name, since, index }));
const random = (count: number) => Math.floor(Math.random() * count);

let scene: ContainerScene;
let terraform: Terraform;
let world: World;
/** The engine's API version. */
let spoken: string;
let applied: Awaited<ReturnType<Terraform["apply"]>>;
/** By the name of its resource. */
const seen = new Map<string, { readonly inspect: ContainerInspect; readonly state: object }>();

beforeAll(async () => {
  scene = await ContainerScene.open();
  world = await prepared();
  spoken = await scene.engine.apiVersion();
  terraform = await terraformWith(provider, "");
  terraform.write(
    [
      written("bare", {}),
      ...nothing.map(({ asked }, index) => written(`nothing${index}`, asked)),
      ...known().map(({ row, index }) => written(`row${index}`, row.asked)),
    ].join("\n"),
  );
  applied = await terraform.apply();
  for (const { address, values } of terraform.state())
    seen.set(address.replace(/^.*\./, ""), {
      inspect: await scene.engine.containers.inspect(String(values["id"])),
      state: values,
    });
});
afterAll(async () => {
  await scene.close();
  terraform?.remove();
  provider.remove();
});

const written = (name: string, asked: Parameters<typeof resource>[1]): string =>
  resource(name, { name: `${scene.prefix}-${name}`, image: scene.name("everything"), ...asked });

/** The rows that the engine is new enough for. */
const known = () => rows(world).flatMap((row, index) => (isKnown(row) ? [{ row, index }] : []));
const isKnown = ({ since }: Pick<Row, "since">) => since === undefined || compareVersions(spoken, since) >= 0;

/** What the rows find, and an image that leaves nothing out. */
async function prepared(): Promise<World> {
  const { engine, prefix } = scene;
  const ipv4 = `10.${150 + random(40)}.${random(250)}`;
  const ipv6 = `fd00:${random(65_536).toString(16)}`;
  const Config = [{ Subnet: `${ipv4}.0/24` }, { Subnet: `${ipv6}::/64` }];
  await engine.networks.create({ Name: `${prefix}-front`, EnableIPv6: true, IPAM: { Config } });
  const { Id: secondId } = await engine.networks.create({ Name: `${prefix}-back` });
  const folder = mkdtempSync(join(scene.folder, "host-"));
  writeFileSync(join(folder, "source"), "of the host");
  const neighbour = await scene.makes({ ipc_mode: "shareable", volumes: [{ container_path: "/shared" }] });
  await engine.images.commit({
    container: await scene.container("image", scene.image),
    repo: scene.name("everything"),
    tag: "latest",
    config: {
      Entrypoint: ["busybox"],
      Cmd: ["sleep", "600"],
      Env: ["PATH=/bin", "FROM_IMAGE=1"],
      User: "0:0",
      WorkingDir: "/opt",
      StopSignal: "SIGQUIT",
      ExposedPorts: { "9000/tcp": {} },
      Healthcheck: { Test: ["CMD", "true"], Interval: 3600e9, Timeout: 60e9, Retries: 9 },
    },
  });
  return {
    ...{ network: `${prefix}-front`, ipv4, ipv6, second: `${prefix}-back`, secondId, volume: `${prefix}-volume` },
    ...{
      folder,
      image: `${scene.image}:latest`,
      neighbour: String(neighbour.config["name"]),
      neighbourId: String(neighbour.state["id"]),
    },
    defaultMode: (await speaks(engine, "1.45")) ? "bridge" : "default",
    port: 30_000 + random(2_000),
  };
}

test("one apply makes all of them, and then there is nothing left to do", async () => {
  expect(applied).toMatchObject({ code: 0, errors: [], changes: { add: known().length + nothing.length + 1 } });
  const changes = await terraform.changes();
  expect(changes.map(({ address, actions, replacePaths }) => ({ address, actions, replacePaths }))).toEqual([]);
});

/** What there is to see of a container: as the engine tells it, as state does, and the networks that it is on. */
function view(name: string): object {
  const { inspect, state } = seen.get(name)!;
  return { ...inspect, state, on: Object.keys(inspect.NetworkSettings.Networks ?? {}).sort() };
}

test.each(names)("a container with $name shows it, and one without does not", ({ index, since }) => {
  if (!isKnown({ since })) return expect(seen.has(`row${index}`)).toBe(false);
  const { shows, on, tells, isShownAnyway } = rows(world)[index]!;
  const wanted = { ...shows, ...(on && { on: [...on].sort() }), ...(tells && { state: tells }) };
  expect(view(`row${index}`)).toMatchObject(wanted);
  if (isShownAnyway) expect(view("bare")).toMatchObject(wanted);
  else expect(view("bare")).not.toMatchObject(wanted);
});

const later = names.filter(({ since }) => since !== undefined);

test.each(later)(
  "an engine before API $since refuses a container with $name, and is named",
  async ({ index, since }) => {
    const { name, state, errors } = await scene.tries({ ...rows(world)[index]!.asked, start: false });
    const refusal = {
      summary: expect.stringContaining(`container "${name}": its engine is too old for `),
      detail: expect.stringContaining(`It needs API ${since} (Docker `),
    };
    if (isKnown({ since })) expect(errors).toEqual([]);
    else expect(errors).toContainEqual(expect.objectContaining(refusal));
    expect(state === undefined).toBe(!isKnown({ since }));
  },
);

/** What is sent as an empty list or object and what is not sent mean the same to the engine. */
const filled = (members: object): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && Object.keys(value).length !== 0));

/** What of a container is not its own alone. */
function common({ inspect }: { readonly inspect: ContainerInspect }): object {
  const { Config, HostConfig, Path, Args, Image, Mounts } = inspect;
  const { Hostname: _, Labels, ...rest } = Config;
  const { [NONCE_LABEL]: __, ...labels } = Labels as Record<string, string>;
  return { Config: { ...filled(rest), Labels: labels }, HostConfig: filled(HostConfig), Path, Args, Image, Mounts };
}

test.each(nothing.map(({ name }, index) => ({ name, index })))("$name ask for nothing", ({ index }) => {
  expect(common(seen.get(`nothing${index}`)!)).toEqual(common(seen.get("bare")!));
});

/** What a plan makes of each row's container. */
async function outcomes(of: Terraform): Promise<Map<string, string | undefined>> {
  const did: Readonly<Record<string, string>> = { "no-op": "kept", update: "updated", "delete,create": "replaced" };
  return new Map((await of.plan()).map(({ address, actions }) => [address, did[actions.join()]]));
}

/** The rows whose container fares otherwise than they say. */
const others = (found: Map<string, string | undefined>, wanted: (row: Row) => string) =>
  known().flatMap(({ row, index }) => {
    const outcome = found.get(`docker_container.row${index}`);
    return outcome === wanted(row) ? [] : [{ name: row.name, wanted: wanted(row), outcome }];
  });

test("a container that is imported is what its row asks for, but for what no engine tells", async () => {
  const elsewhere = await terraformWith(provider, "");
  try {
    elsewhere.write(
      known()
        .map(({ row, index }) => `${written(`row${index}`, row.asked)}\n${importOf(`row${index}`)}`)
        .join("\n"),
    );
    expect(others(await outcomes(elsewhere), ({ imported = "kept" }) => imported)).toEqual([]);
  } finally {
    elsewhere.remove();
  }
});

const importOf = (name: string): string =>
  `import {\n  to = docker_container.${name}\n  id = "${seen.get(name)!.inspect.Id}"\n}`;

test("a plan without a row's lines keeps the container, changes it or replaces it, as the row says", async () => {
  terraform.write(
    known()
      .map(({ index }) => written(`row${index}`, {}))
      .join("\n"),
  );
  expect(others(await outcomes(terraform), ({ without = "replaced" }) => without)).toEqual([]);
});

test("destroy removes all of them", async () => {
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [], changes: { remove: seen.size } });
});
