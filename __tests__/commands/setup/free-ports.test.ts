import { createServer } from "node:net";
import { hostname, release } from "node:os";
import { namePrefix } from "../../../commands/prefix";
import { expectFreePorts, isFree } from "../../../commands/setup/free-ports";
import type { ContainerSummary, Engine } from "../../../engine";

let ports: Record<string, number>;
jest.mock("../../../commands/prefix", () => ({ namePrefix: () => "try-", labPorts: () => ports }));

/** A port of this machine that is taken for as long as `work` takes. */
async function withTaken(work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    await work((server.address() as { port: number }).port);
  } finally {
    await new Promise((done) => server.close(done));
  }
}

const container = (PublicPort: number, stage: string, { IP = "127.0.0.1", Type = "tcp" } = {}) =>
  ({
    Id: "1",
    Names: ["/web"],
    Ports: [{ IP, PublicPort, Type }],
    Labels: { "docker-stages.stage": stage },
  }) as unknown as ContainerSummary;

function machineWith(containers: readonly ContainerSummary[], name = hostname()) {
  const engine = {
    url: "unix:///var/run/docker.sock",
    address: { kind: "unix" },
    containers: { list: async () => containers },
    system: { info: async () => ({ Name: name, KernelVersion: release() }) },
    close: () => {},
  } as unknown as Engine;
  return { engine, openEngine: () => engine };
}

beforeEach(() => {
  ports = {};
});

test("a port that a program listens on is taken", () =>
  withTaken(async (port) => {
    expect(await isFree(port)).toBe(false);
  }));

test("what somebody else has is told before anything is made, with the context that moves it", () =>
  withTaken(async (port) => {
    ports = { 5000: port, 5001: 9 };
    await expect(expectFreePorts(machineWith([container(9, "")]), ["stage3", "stage4"])).rejects.toMatchObject({
      code: "ports-taken",
      message: expect.stringMatching(
        new RegExp(
          `^port ${port} of this machine is taken by another program, and port 9 of this machine is taken by container web: nothing was made. Free them, or put \`"ports": { "5000": \\d{4,5}, "5001": 10009 }\` into lab.json for others, and deploy again$`,
        ),
      ),
    });
  }));

test("what the stage itself publishes is its own", async () => {
  ports = { 5000: 9, 5001: 9 };
  expect(namePrefix()).toBe("try-");
  await expect(expectFreePorts(machineWith([container(9, "try-stage3")]), ["stage3"])).resolves.toBeUndefined();
  await expect(expectFreePorts(machineWith([container(9, "stage3")]), ["stage3"])).rejects.toThrow("container web");
});

test.each([
  { IP: "127.0.0.1", Type: "tcp", taken: true },
  { IP: "0.0.0.0", Type: "tcp", taken: true },
  { IP: "::", Type: "tcp", taken: true },
  { IP: "", Type: "tcp", taken: true },
  { IP: "192.0.2.7", Type: "tcp", taken: false },
  { IP: "::1", Type: "tcp", taken: false },
  { IP: "0.0.0.0", Type: "udp", taken: false },
  { IP: "127.0.0.1", Type: "sctp", taken: false },
])("what a container publishes on $IP by $Type takes the stage's port: $taken", async ({ taken, ...bound }) => {
  ports = { 5000: 9, 5001: 10 };
  const expected = expect(expectFreePorts(machineWith([container(9, "", bound)], "room-7"), ["stage3"]));
  await (taken ? expected.rejects.toMatchObject({ code: "ports-taken" }) : expected.resolves.toBeUndefined());
});

test("a port that the stage has already is its own, whoever has it on other addresses", async () => {
  ports = { 5000: 9, 5001: 10 };
  const machine = machineWith([container(9, "", { IP: "::" }), container(9, "try-stage3")], "room-7");
  await expect(expectFreePorts(machine, ["stage3"])).resolves.toBeUndefined();
});

test("of a machine elsewhere its containers alone tell", () =>
  withTaken(async (port) => {
    ports = { 5000: port, 5001: port };
    await expect(expectFreePorts(machineWith([], "room-7"), ["stage3"])).resolves.toBeUndefined();
    await expect(expectFreePorts(machineWith([container(port, "")], "room-7"), ["stage3"])).rejects.toThrow(
      `port ${port} of room-7 is taken by container web`,
    );
  }));

test("stages that publish nothing are not looked at", async () => {
  const { openEngine, ...machine } = machineWith([]);
  const open = jest.fn(openEngine);
  await expectFreePorts({ ...machine, openEngine: open }, ["stage1", "stage2", "stage4"]);
  expect(open).not.toHaveBeenCalled();
});
