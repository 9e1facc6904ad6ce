import type { ContainerInspect } from "../../../../engine";
import { withNames } from "../../../../provider/resources/container/references";
import { FakeEngine } from "../../../engine/fake-engine";

let fake: FakeEngine;
beforeEach(async () => {
  // No network has these ids any more, as after the engine's restart.
  fake = await FakeEngine.start((_request, response) =>
    response.writeHead(404).end(JSON.stringify({ message: "network not found" })),
  );
});
afterEach(() => fake.close());

/** What is told of a stopped container on one network. */
async function told(network: string) {
  const found = {
    Id: "a".repeat(64),
    State: { Status: "exited", Running: false },
    HostConfig: { NetworkMode: network },
    NetworkSettings: { Networks: { [network]: { NetworkID: "b".repeat(64) } } },
  } as unknown as ContainerInspect;
  const { HostConfig, NetworkSettings } = await withNames(fake.engine, found, undefined, new AbortController().signal);
  return { mode: HostConfig.NetworkMode, networks: Object.keys(NetworkSettings.Networks!) };
}

test.each(["bridge", "host", "none"])(
  "%s, which an engine makes anew as it starts, is no other network after a restart",
  async (name) => {
    expect(await told(name)).toEqual({ mode: name, networks: [name] });
  },
);

test("another network that is gone is told by its id", async () => {
  expect(await told("front")).toEqual({ mode: "b".repeat(64), networks: [] });
});
