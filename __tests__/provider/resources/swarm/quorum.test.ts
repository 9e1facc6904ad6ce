import { quorumLoss, quorumOf } from "../../../../provider/resources/swarm/quorum";

test.each([
  { managers: 1, needed: 1 },
  { managers: 2, needed: 2 },
  { managers: 3, needed: 2 },
  { managers: 4, needed: 3 },
  { managers: 5, needed: 3 },
  { managers: 7, needed: 4 },
])("of $managers managers $needed must reach each other", ({ managers, needed }) => {
  expect(quorumOf(managers)).toBe(needed);
});

/** `up` and `down` managers by name; the first letter is the id. */
const managers = (up: string, down: string) =>
  [...up, ...down].map((id) => ({ id, hostname: `node-${id}`, reachable: up.includes(id) }));

test.each([
  { name: "the only manager", up: "a", down: "", takes: "a", loss: "sole" },
  { name: "one of two", up: "ab", down: "", takes: "a", loss: undefined },
  { name: "the other of two where this one is down", up: "a", down: "b", takes: "b", loss: undefined },
  { name: "the reachable one of two", up: "a", down: "b", takes: "a", loss: "too-few" },
  { name: "one of three", up: "abc", down: "", takes: "a", loss: undefined },
  { name: "the one of three that is down", up: "ab", down: "c", takes: "c", loss: undefined },
  { name: "a reachable one of three where another is down", up: "ab", down: "c", takes: "a", loss: "too-few" },
  { name: "one of five where one is down", up: "abcd", down: "e", takes: "a", loss: undefined },
  { name: "one of five where two are down", up: "abc", down: "de", takes: "a", loss: "too-few" },
  { name: "a node that is no manager", up: "abc", down: "", takes: "x", loss: undefined },
])("taking out $name: $loss", ({ up, down, takes, loss }) => {
  expect(quorumLoss(managers(up, down), takes)?.kind).toBe(loss);
});

test("what would be lost names who stays and how many of them are needed", () => {
  expect(quorumLoss(managers("ab", "c"), "a")).toEqual({
    kind: "too-few",
    needed: 2,
    stay: [
      { id: "b", hostname: "node-b", reachable: true },
      { id: "c", hostname: "node-c", reachable: false },
    ],
  });
});
