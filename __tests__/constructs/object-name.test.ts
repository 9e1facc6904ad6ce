import { Construct } from "constructs";
import { objectName } from "../../constructs/object-name";
import { testStack } from "./scratch";

const rows = [
  { name: "is the path, joined by a dash", context: {}, ids: ["web"], expected: "test-web" },
  { name: "goes as deep as the path", context: {}, ids: ["a", "b", "c"], expected: "test-a-b-c" },
  { name: "stands behind the prefix", context: { prefix: "try-" }, ids: ["web"], expected: "try-test-web" },
  { name: "keeps what Docker allows", context: {}, ids: ["hello-v0.1_x"], expected: "test-hello-v0.1_x" },
  { name: "replaces what Docker does not", context: {}, ids: ["one, two & three"], expected: "test-one-two-three" },
];

test.each(rows)("a name $name", ({ context, ids, expected }) => {
  let construct: Construct = testStack(context);
  for (const id of ids) construct = new Construct(construct, id);
  expect(objectName(construct)).toBe(expected);
});
