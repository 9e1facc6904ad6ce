import { placeOf, type ThisMachine } from "../../../commands/setup/engine-place";
import { Engine, type SystemInfo } from "../../../engine";
import { FakeEngine } from "../../engine/fake-engine";

const here: ThisMachine = {
  platform: "linux",
  hostname: "desk",
  release: "6.12.1",
  addresses: ["127.0.0.1", "::1", "192.0.2.7"],
};
const desk = { Name: "desk", KernelVersion: "6.12.1", OperatingSystem: "Debian GNU/Linux 13 (trixie)" };
const desktop = { Name: "docker-desktop", KernelVersion: "6.10.14-linuxkit", OperatingSystem: "Docker Desktop" };

let fake: FakeEngine;
let info: object;
beforeAll(async () => {
  fake = await FakeEngine.start((_, response) => response.end(JSON.stringify(info)));
});
afterAll(() => fake.close());

test.each([
  { what: "the engine of this machine", info: desk, machine: here, isHere: true, publishesHere: true },
  {
    what: "a container with the socket of its machine's engine",
    info: desk,
    machine: { ...here, hostname: "0123456789ab" },
    isHere: false,
    publishesHere: false,
  },
  {
    what: "a socket that ssh forwards",
    info: { ...desk, KernelVersion: "6.1.0" },
    machine: here,
    isHere: false,
    publishesHere: false,
  },
  { what: "Docker Desktop on Linux", info: desktop, machine: here, isHere: false, publishesHere: true },
  {
    what: "Docker Desktop on macOS",
    info: desktop,
    machine: { ...here, platform: "darwin" as const },
    isHere: false,
    publishesHere: true,
  },
])("$what", async ({ info: answer, machine, isHere, publishesHere }) => {
  info = answer;
  expect(await placeOf(fake.engine, machine)).toEqual({
    isHere,
    publishesHere,
    machine: answer.Name,
    kernel: answer.KernelVersion,
  });
});

test.each([
  { url: "tcp://localhost:2375", isHere: true },
  { url: "tcp://127.0.0.1:2375", isHere: true },
  { url: "tcp://192.0.2.7:2376", isHere: true },
  { url: "tcp://192.0.2.8:2376", isHere: false },
  { url: "ssh://root@desk", isHere: false },
  { url: "container://node1", isHere: false },
])("an engine of the same name and kernel at $url is here: $isHere", async ({ url, isHere }) => {
  const engine = Engine.at(url);
  jest.spyOn(engine.system, "info").mockResolvedValue(desk as SystemInfo);
  expect(await placeOf(engine, here)).toMatchObject({ isHere, publishesHere: isHere });
  engine.close();
});
