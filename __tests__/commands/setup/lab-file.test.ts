import { withFindings } from "../../../commands/setup/lab-file";

const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;

test.each([
  { name: "no file", before: "", findings: { ingress: "edge" as const }, after: { ingress: "edge" } },
  {
    name: "an older finding is replaced, and one that no longer holds goes",
    before: json({ ingress: "mesh", registryMirror: "http://127.0.0.1:5555" }),
    findings: { ingress: "edge" as const },
    after: { ingress: "edge" },
  },
  {
    name: "what somebody wrote stays",
    before: json({ prefix: "try-", ports: { 5000: 15000 } }),
    findings: { ingress: "mesh" as const, registryMirror: "http://127.0.0.1:5556" },
    after: { prefix: "try-", ports: { 5000: 15000 }, ingress: "mesh", registryMirror: "http://127.0.0.1:5556" },
  },
])("$name", ({ before, findings, after }) => {
  expect(withFindings(before, findings)).toBe(json(after));
});

test("the same findings leave the same text", () => {
  const text = withFindings("", { ingress: "edge" });
  expect(withFindings(text, { ingress: "edge" })).toBe(text);
});
