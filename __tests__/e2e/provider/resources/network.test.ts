import { isEngineError } from "../../../../engine";
import { NONCE_LABEL } from "../../../../formats/labels";
import { network as networkData } from "../../../../provider/data-sources/network";
import { container } from "../../../../provider/resources/container";
import { network } from "../../../../provider/resources/network";
import { ownSubnet } from "../../own-subnet";
import { ContainerScene } from "./container/scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());
/** An engine has subnets for some thirty networks, in all tests that go on. */
afterEach(async () => {
  for (const { Id } of await scene.engine.networks.list({ filters: { name: [scene.prefix] } }))
    await scene.engine.networks.tryRemove(Id).catch((error: unknown) => {
      if (!isEngineError(error, "in-use")) throw error;
    });
});

const dead = { pid: 2 ** 22 + 1, started: "1" };

let count = 0;
const newName = () => `${scene.prefix}-net-${++count}`;

const rows = [
  {
    name: "nothing but a name",
    config: () => ({}),
    shown: {
      driver: "bridge",
      scope: "local",
      internal: false,
      ipam_config: [{ subnet: expect.stringContaining("/"), gateway: expect.any(String) }],
    },
  },
  {
    name: "cut off from outside",
    config: () => ({ internal: true }),
    shown: { internal: true },
    seen: { Internal: true },
  },
  {
    name: "options of the driver",
    config: () => ({ options: { "com.docker.network.bridge.enable_icc": "false" } }),
    shown: { options: { "com.docker.network.bridge.enable_icc": "false" } },
    seen: { Driver: "bridge", Options: { "com.docker.network.bridge.enable_icc": "false" } },
  },
  {
    name: "labels",
    config: () => ({ labels: [{ label: "a", value: "1" }] }),
    shown: { labels: [{ label: "a", value: "1" }] },
    seen: { Labels: { a: "1" } },
  },
  { name: "a subnet alone", config: () => ({ ipam_config: [{ subnet: `10.202.${ownSubnet()}.0/24` }] }), shown: {} },
  {
    name: "a subnet with all that goes with it",
    config: () => {
      const net = `10.203.${ownSubnet()}`;
      return {
        ipam_config: [
          {
            subnet: `${net}.0/24`,
            gateway: `${net}.1`,
            ip_range: `${net}.128/25`,
            aux_address: { printer: `${net}.7` },
          },
        ],
      };
    },
    shown: {},
  },
  {
    name: "IPv6 beside IPv4",
    config: () => ({
      ipv6: true,
      ipam_config: [{ subnet: `10.206.${ownSubnet()}.0/24` }, { subnet: `fd00:${ownSubnet().toString(16)}::/64` }],
    }),
    shown: { ipv6: true },
    seen: { EnableIPv6: true },
  },
  {
    name: "an address driver and its options",
    config: () => ({ ipam_driver: "default", ipam_options: { foo: "bar" } }),
    shown: {},
    seen: { IPAM: { Driver: "default", Options: { foo: "bar" } } },
  },
  {
    name: "containers that may join by themselves",
    config: () => ({ attachable: true }),
    shown: {},
    seen: { Attachable: true },
  },
  { name: "the check that is always made", config: () => ({ check_duplicate: true }), shown: {} },
];
test.each(rows)("with $name: made, and neither read nor planned differently", async ({ config, shown, seen = {} }) => {
  const asked = { name: newName(), ...config() };
  const state = await scene.made(network, asked);
  expect(await scene.engine.networks.inspect(String(state["id"]))).toMatchObject({ Name: asked.name, ...seen });
  expect(state).toMatchObject({ ...asked, ...shown });
  const { state: read } = await scene.read(network, state);
  expect(read).toEqual(state);
  expect(await scene.plan(network, asked, read!)).toEqual({ changed: [], replace: [] });
});

test("an import tells everything, and a plan of the same configuration changes nothing", async () => {
  const asked = { name: newName(), internal: true, labels: [{ label: "a", value: "1" }] };
  const { id } = await scene.made(network, asked);
  const { state } = await scene.imported(network, String(id));
  expect(state).toMatchObject({ ...asked, driver: "bridge" });
  expect(await scene.plan(network, asked, state!)).toEqual({ changed: [], replace: [] });
});

describe("a subnet of IPv6 alone, beside which the engine chooses one of IPv4", () => {
  const subnet = () => `fd00:${ownSubnet().toString(16)}::/64`;
  const ofBoth = async (ipam_config: { readonly subnet: string }[]) => {
    const asked = { name: newName(), ipv6: true, ipam_config };
    const { id } = await scene.made(network, asked);
    const { state } = await scene.imported(network, String(id));
    expect(state!["ipam_config"]).toHaveLength(2);
    return { asked, state: state! };
  };

  test("is no change after an import, which tells both", async () => {
    const { asked, state } = await ofBoth([{ subnet: subnet() }]);
    expect(await scene.plan(network, asked, state)).toEqual({ changed: [], replace: [] });
  });

  test("is another one where it is to be, or is joined by another one", async () => {
    const { asked, state } = await ofBoth([{ subnet: subnet() }]);
    for (const ipam_config of [[{ subnet: subnet() }], [...asked.ipam_config, { subnet: subnet() }]])
      expect((await scene.plan(network, { ...asked, ipam_config }, state)).replace).toEqual([["ipam_config"]]);
  });

  test("keeps what is there of IPv4 where that is no longer asked for", async () => {
    const [four, six] = [{ subnet: `10.206.${ownSubnet()}.0/24` }, { subnet: subnet() }];
    const { asked, state } = await ofBoth([four, six]);
    expect(await scene.plan(network, { ...asked, ipam_config: [six] }, state)).toEqual({ changed: [], replace: [] });
  });
});

test("removed by hand, it is gone from state", async () => {
  const state = await scene.made(network, { name: newName() });
  await scene.engine.networks.remove(String(state["id"]));
  expect(await scene.read(network, state)).toMatchObject({ state: undefined, errors: [] });
});

test("somebody else's network of the name is an error and left alone, though the engine would make a second one", async () => {
  const name = newName();
  const { Id } = await scene.engine.networks.create({ Name: name });
  const { errors } = await scene.apply(network, { name });
  expect(errors).toMatchObject([{ summary: expect.stringContaining("name in use"), path: ["name"] }]);
  expect((await scene.engine.networks.list({ filters: { name: [name] } })).map((found) => found.Id)).toEqual([Id]);
});

test("what a killed run left under the name is removed and made again", async () => {
  const name = newName();
  const { nonce } = scene.note({ type: "docker_network", name, ...dead });
  const { Id } = await scene.engine.networks.create({ Name: name, Labels: { [NONCE_LABEL]: nonce } });
  scene.newRun();
  const state = await scene.made(network, { name });
  expect(state["id"]).not.toBe(Id);
  expect(await scene.engine.networks.tryInspect(Id)).toBeUndefined();
});

test("so is what it left on it, which holds the network; a stranger's container stays, and the network with it", async () => {
  const name = newName();
  const [on, strangers] = [`${name}-on`, `${name}-strangers`];
  const { nonce } = scene.note({ type: "docker_network", name, ...dead });
  const held = scene.note({ type: "docker_container", name: on, ...dead });
  const subnet = `10.206.${ownSubnet()}.0/24`;
  const { Id } = await scene.engine.networks.create({
    Name: name,
    Labels: { [NONCE_LABEL]: nonce },
    IPAM: { Config: [{ Subnet: subnet }] },
  });
  for (const [container, Labels] of [
    [on, { [NONCE_LABEL]: held.nonce }],
    [strangers, {}],
  ] as const) {
    await scene.engine.containers.create(container, {
      Image: scene.image,
      Labels,
      HostConfig: { NetworkMode: name },
    });
    await scene.engine.containers.start(container);
  }
  scene.newRun();
  expect((await scene.apply(network, { name })).errors).toMatchObject([{ summary: expect.stringContaining("in use") }]);
  expect(await scene.engine.containers.tryInspect(on)).toBeUndefined();
  await scene.engine.containers.remove(strangers, { force: true });
  const state = await scene.made(network, { name, ipam_config: [{ subnet }] });
  expect(state["id"]).not.toBe(Id);
});

test("the note goes when a later read sees the network in state; its nonce is not shown", async () => {
  const before = scene.notes().length;
  const state = await scene.made(network, { name: newName(), labels: [{ label: "a", value: "1" }] });
  expect(scene.notes()).toHaveLength(before + 1);
  const { state: read } = await scene.read(network, state);
  expect(read?.["labels"]).toEqual([{ label: "a", value: "1" }]);
  expect(scene.notes()).toHaveLength(before);
});

test("one that a stranger's container is on stays, and the error names both", async () => {
  const name = newName();
  const state = await scene.made(network, { name, ipam_config: [{ subnet: `10.206.${ownSubnet()}.0/24` }] });
  const holder = `${scene.prefix}-holder`;
  await scene.engine.containers.create(holder, {
    Image: scene.image,
    HostConfig: { NetworkMode: name },
  });
  await scene.engine.containers.start(holder);
  const { state: left, errors } = await scene.destroy(network, state);
  expect(left).toEqual(state);
  expect(errors).toMatchObject([
    {
      summary: `network "${name}" is in use by container "${holder}"`,
      detail: expect.stringContaining("docker_network.NAME.id"),
    },
  ]);
  await scene.engine.containers.remove(holder, { force: true });
  expect(await scene.destroy(network, state)).toMatchObject({ state: undefined, errors: [] });
});

test("a subnet in use is told with the engine's words and the change that helps", async () => {
  const subnet = `10.204.${ownSubnet()}.0/24`;
  await scene.made(network, { name: newName(), ipam_config: [{ subnet }] });
  const { state, errors } = await scene.apply(network, { name: newName(), ipam_config: [{ subnet }] });
  expect(state).toBeUndefined();
  expect(errors).toMatchObject([
    { summary: expect.stringContaining("in use"), detail: expect.stringMatching(/overlap[\s\S]*subnet/) },
  ]);
});

test("the data source tells of a network that exists", async () => {
  const asked = { name: newName(), ipam_config: [{ subnet: `10.205.${ownSubnet()}.0/24` }] };
  const state = await scene.made(network, asked);
  const { state: found } = await scene.data(networkData, { name: asked.name });
  expect(found).toMatchObject({
    id: state["id"],
    driver: "bridge",
    scope: "local",
    ipam_config: [{ subnet: asked.ipam_config[0]!.subnet }],
    containers: [],
  });
});

test("the data source tells who is connected to it, with their addresses in it", async () => {
  const asked = { name: newName(), ipam_config: [{ subnet: `10.205.${ownSubnet()}.0/24` }] };
  await scene.made(network, asked);
  const member = await scene.made(container, {
    name: `${asked.name}-member`,
    image: scene.image,
    command: ["sleep", "600"],
    networks_advanced: [{ name: asked.name }],
  });
  const { NetworkSettings } = await scene.engine.containers.inspect(String(member["id"]));
  const { EndpointID, MacAddress, IPAddress } = NetworkSettings.Networks![asked.name]!;
  const { state: found } = await scene.data(networkData, { name: asked.name });
  expect(found!["containers"]).toEqual([
    {
      container_id: member["id"],
      name: member["name"],
      endpoint_id: EndpointID,
      mac_address: MacAddress,
      ipv4_address: `${IPAddress}/24`,
      ipv6_address: "",
    },
  ]);
});
