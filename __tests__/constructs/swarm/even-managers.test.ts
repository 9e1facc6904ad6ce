import { Construct } from "constructs";
import { warnOfEvenManagers } from "../../../constructs/swarm/even-managers";
import { testStack } from "../scratch";

test.each([
  [1, undefined],
  [2, "2 managers survive the loss of none; use 3"],
  [3, undefined],
  [4, "4 managers survive the loss of 1; use 5"],
  [6, "6 managers survive the loss of 2; use 7"],
])("of %i managers: %p", (managers, warning) => {
  const construct = new Construct(testStack(), "cluster");
  warnOfEvenManagers(construct, managers);
  expect(construct.node.metadata.map(({ data }) => data)).toEqual(warning === undefined ? [] : [warning]);
});
