import { labContext } from "../../../constructs/lab-stage/lab-context";
import { codeOf, testStack } from "../scratch";

const read = (context: Record<string, unknown>) => labContext(testStack(context));

test("without a context everything is as in the lab", () => {
  expect(read({})).toEqual({ prefix: "", ports: {}, ingress: "mesh" });
});

const good = [
  { prefix: "try-" },
  { prefix: "" },
  { prefix: "a1-b2" },
  { ports: { "5000": 15000, "5001": 15001 } },
  { subnet: "10.5.0.0/24" },
  { ingress: "edge" },
] as const;

test.each(good)("%j is taken as it is", (context) => {
  expect(read(context)).toMatchObject(context);
});

const bad = [
  { prefix: "-try" },
  { prefix: "try--" },
  { prefix: "Try-" },
  { prefix: "try_" },
  { prefix: "t".repeat(33) },
  { prefix: 7 },
  { ports: { "5000": 0 } },
  { ports: { "5000": "15000" } },
  { ports: { vote: 15000 } },
  { ports: 5000 },
  { ports: null },
  { subnet: "10.5.0.0" },
  { subnet: "10.5.0.300/24" },
  { subnet: "10.5.0.0/33" },
  { subnet: "fd00::/64" },
  { ingress: "none" },
];

test.each(bad)("%j is refused", (context) => {
  expect(codeOf(() => read(context))).toBe(`context-${Object.keys(context)[0]}`);
});

test("a long bad prefix is refused at once", () => {
  const started = performance.now();
  expect(codeOf(() => read({ prefix: `${"a".repeat(31)}!` }))).toBe("context-prefix");
  expect(performance.now() - started).toBeLessThan(100);
});

test("all that is wrong is told together, with the value, what is allowed, and where", () => {
  expect(() => read({ prefix: "Try", ingress: "none" })).toThrow(
    'context `prefix` is "Try"; allowed: at most 32 lower-case letters, digits and single dashes, the first no dash, like `try-` (cdktf.json or lab.json)\n' +
      'context `ingress` is "none"; allowed: `mesh` or `edge` (cdktf.json or lab.json)',
  );
});
