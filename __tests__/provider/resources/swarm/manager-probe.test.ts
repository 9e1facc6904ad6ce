import { Engines } from "../../../../engine";
import { probeManager } from "../../../../provider/resources/swarm/manager-probe";
import { FakeEngine } from "../../../engine/fake-engine";

/** What Moby says of a node that has stopped while it was told to leave, and of every engine that is in no swarm. */
const NO_MANAGER =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';

let fake: FakeEngine;
let engines: Engines;
beforeEach(() => {
  engines = new Engines();
});
afterEach(async () => {
  engines.close();
  await fake.close();
});

/** @param membership what the engine tells of itself, beside that it is no manager */
async function probed(membership: object): Promise<string> {
  fake = await FakeEngine.start(({ url }, response) => {
    if (url?.endsWith("/info")) response.end(JSON.stringify({ Swarm: membership }));
    else response.writeHead(503).end(JSON.stringify({ message: NO_MANAGER }));
  });
  const { kind } = await probeManager(engines, `unix://${fake.socketPath}`, new AbortController().signal);
  return kind;
}

test.each([
  { says: "in no swarm", membership: { LocalNodeState: "inactive", NodeID: "" }, kind: "outside" },
  { says: "a worker", membership: { LocalNodeState: "active", NodeID: "n1" }, kind: "outside" },
  {
    says: "one whose leaving was not done in time",
    membership: { LocalNodeState: "active", NodeID: "" },
    kind: "leaving",
  },
])("an engine that is $says is told to be $kind", async ({ membership, kind }) => {
  expect(await probed(membership)).toBe(kind);
});
