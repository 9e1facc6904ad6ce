import { leaveSwarm } from "../../../../provider/resources/swarm/leave-swarm";
import { FakeEngine, failureOf } from "../../../engine/fake-engine";

const NOT_YET = [500, "context deadline exceeded"] as const;
const OUTSIDE = [503, "This node is not part of a swarm"] as const;

let fake: FakeEngine;
const calls = () => fake.requests.filter((each) => each.startsWith("POST")).length;
afterEach(() => fake.close());

/** @param refusals what the engine says, call by call, before it has left */
async function leaves(...refusals: readonly (readonly [status: number, message: string])[]) {
  const left = [...refusals];
  fake = await FakeEngine.start((_request, response) => {
    const refusal = left.shift();
    if (refusal) response.writeHead(refusal[0]).end(JSON.stringify({ message: refusal[1] }));
    else response.end();
  });
  return leaveSwarm(fake.engine, { force: true });
}

test("an engine whose node has not stopped in time is told again until it has left", async () => {
  await leaves(NOT_YET, NOT_YET);
  expect(calls()).toBe(3);
});

test("one that is in no swarm by then has left", async () => {
  await leaves(NOT_YET, OUTSIDE);
  expect(calls()).toBe(2);
});

test.each([
  { says: "one that was in no swarm", refusal: OUTSIDE, code: "not-a-swarm-manager" },
  { says: "what it refuses for another reason", refusal: [500, "no"] as const, code: "server-error" },
])("$says is told", async ({ refusal, code }) => {
  expect(await failureOf(leaves(refusal))).toMatchObject({ code });
  expect(calls()).toBe(1);
});
