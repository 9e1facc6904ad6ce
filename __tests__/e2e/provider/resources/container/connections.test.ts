import { container } from "../../../../../provider/resources/container";
import type { ObjectValue } from "../../../../../provider/schema";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
const networks: Record<string, string> = {};
const subnet = `10.${200 + (process.pid % 50)}.${Math.floor(Math.random() * 250)}`;

beforeAll(async () => {
  scene = await ContainerScene.open();
  const fixed = { IPAM: { Config: [{ Subnet: `${subnet}.0/24` }] } };
  for (const [short, more] of [
    ["front", fixed],
    ["back", {}],
  ] as const) {
    const name = `${scene.prefix}-${short}`;
    networks[short] = name;
    networks[`${short} id`] = (await scene.engine.networks.create({ Name: name, ...more })).Id!;
  }
});
afterAll(() => scene.close());

const unchanged = { changed: [], replace: [] };
const lookUp = async (state: ObjectValue, name: string) =>
  (await scene.engine.exec.run(String(state["id"]), { cmd: ["busybox", "nslookup", name] })).exitCode;

test("a container is on the networks that it names, with its addresses and aliases, and not on the default bridge", async () => {
  const { config, state } = await scene.makes({
    networks_advanced: [
      { name: networks["front"], ipv4_address: `${subnet}.77`, aliases: ["web", "www"] },
      { name: networks["back id"], aliases: ["db"] },
    ],
  });
  expect(state["network_data"]).toMatchObject([
    { network_name: networks["back"], ip_address: expect.stringMatching(/^\d/) },
    { network_name: networks["front"], ip_address: `${subnet}.77`, ip_prefix_length: 24, gateway: `${subnet}.1` },
  ]);
  const { state: client } = await scene.makes({
    networks_advanced: [{ name: networks["back"] }, { name: networks["front"] }],
  });
  expect(await Promise.all(["web", "www", "db"].map((alias) => lookUp(client, alias)))).toEqual([0, 0, 0]);
  const { state: read } = await scene.read(container, state);
  expect(read).toEqual(state);
  expect(await scene.plan(container, config, read!)).toEqual(unchanged);
});

test("a network by its name or by its id is the same container", async () => {
  const { config, state } = await scene.makes({ networks_advanced: [{ name: networks["front id"] }] });
  expect((await scene.read(container, state)).state).toEqual(state);
  expect(await scene.plan(container, config, state)).toEqual(unchanged);
  const byName = { ...config, networks_advanced: [{ name: networks["front"] }] };
  expect((await scene.plan(container, byName, state)).replace).toEqual([]);
  const byAnother = { ...config, networks_advanced: [{ name: networks["back id"] }] };
  expect((await scene.plan(container, byAnother, state)).replace).toEqual([["networks_advanced"]]);
});

test("a network that is the mode by its name or by its id is the same container", async () => {
  const { config, state } = await scene.makes({ network_mode: networks["back"] });
  expect((await scene.plan(container, { ...config, network_mode: networks["back id"] }, state)).replace).toEqual([]);
  const byAnother = { ...config, network_mode: networks["front id"] };
  expect((await scene.plan(container, byAnother, state)).replace).toEqual([["network_mode"]]);
});

test("a container that somebody took off a network is replaced", async () => {
  const { config, state } = await scene.makes({ networks_advanced: [{ name: networks["front"] }] });
  await scene.engine.networks.disconnect(networks["front"]!, String(state["id"]));
  const { state: read } = await scene.read(container, state);
  expect((await scene.plan(container, config, read!)).replace).toEqual([["networks_advanced"]]);
});

test("the mode may be a network's name, with more networks beside it", async () => {
  const { state } = await scene.makes({
    network_mode: networks["back"],
    networks_advanced: [{ name: networks["front"], aliases: ["app"] }],
  });
  expect((state["network_data"] as ObjectValue[]).map(({ network_name: name }) => name)).toEqual([
    networks["back"],
    networks["front"],
  ]);
  expect((await scene.read(container, state)).state).toEqual(state);
});

test("the mode may be none, host, or another container's", async () => {
  const { state: none } = await scene.makes({ network_mode: "none" });
  expect(none["network_data"]).toMatchObject([{ network_name: "none", ip_address: "" }]);
  const { state: owner } = await scene.makes();
  const { config, state: guest } = await scene.makes({ network_mode: `container:${String(owner["name"])}` });
  expect((await scene.inspect(guest)).HostConfig.NetworkMode).toBe(`container:${String(owner["id"])}`);
  const { state: read } = await scene.read(container, guest);
  expect(await scene.plan(container, config, read!)).toEqual(unchanged);
});

test("hosts and name servers are in its files", async () => {
  const { state } = await scene.makes({
    ...{ must_run: false, attach: true, logs: true },
    host: [{ host: "db.lab", ip: "10.9.8.7" }],
    dns: ["10.1.1.1", "10.2.2.2"],
    dns_search: ["lab"],
    dns_opts: ["ndots:3"],
    hostname: "node",
    domainname: "lab",
    command: ["sh", "-c", "grep db.lab /etc/hosts; grep -E '^[a-z]' /etc/resolv.conf | sort; hostname"],
  });
  expect(state["container_logs"]).toBe(
    "10.9.8.7\tdb.lab\nnameserver 10.1.1.1\nnameserver 10.2.2.2\noptions ndots:3\nsearch lab\nnode\n",
  );
});

describe("published ports", () => {
  const port = 20_000 + Math.floor(Math.random() * 10_000);

  test("are those that were asked, and one of the engine's choice is told", async () => {
    const { config, state } = await scene.makes({
      ports: [{ internal: 81 }, { internal: 80, external: port, ip: "127.0.0.1" }, { internal: 53, protocol: "UDP" }],
    });
    const [chosen, fixed, udp] = state["ports"] as ObjectValue[];
    expect(fixed).toEqual({ internal: 80, external: port, ip: "127.0.0.1", protocol: "tcp" });
    expect(chosen!["external"]).toBeGreaterThan(0);
    expect(udp).toMatchObject({ internal: 53, protocol: "UDP", external: expect.any(Number) });
    const { state: read } = await scene.read(container, state);
    expect(read).toEqual(state);
    expect(await scene.plan(container, config, read!)).toEqual(unchanged);
  });

  test("of the engine's choice are others after a start, and no reason to replace the container", async () => {
    const { config, state } = await scene.makes({ ports: [{ internal: 80 }] });
    await scene.engine.containers.stop(String(state["id"]), { timeout: 0 });
    const { state: stopped } = await scene.read(container, state);
    expect(stopped!["ports"]).toMatchObject([{ internal: 80, external: undefined }]);
    const plan = await scene.plan(container, config, stopped!);
    expect(plan.replace).toEqual([]);
    expect(plan.changed).toContain("ports");
    const again = await scene.made(container, config, stopped);
    expect(again["ports"]).toMatchObject([{ internal: 80, external: expect.any(Number) }]);
    expect(await scene.plan(container, config, (await scene.read(container, again)).state!)).toEqual(unchanged);
  });

  test("in use are an error that names the port, and the container is not lost", async () => {
    await scene.makes({ ports: [{ internal: 80, external: port + 1 }] });
    const { name, state, errors } = await scene.tries({ ports: [{ internal: 80, external: port + 1 }] });
    expect(errors).toMatchObject([
      { summary: `container "${name}": port 0.0.0.0:${port + 1} is in use`, path: ["ports"] },
    ]);
    expect(errors[0]!.detail).toContain("Set `external` to another port");
    expect((await scene.inspect(state)).State.Status).toBe("created");
    expect((await scene.destroy(container, state!)).errors).toEqual([]);
  });
});
