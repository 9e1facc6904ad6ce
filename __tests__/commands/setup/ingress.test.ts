import { decideIngress, type IngressFinding, isSeenTo } from "../../../commands/setup/ingress";
import type { Engines } from "../../../engine";
import { ipvsWarning } from "../../../provider/resources/swarm/ipvs";

const chosen = (ingress: "mesh" | "edge"): IngressFinding => ({
  ingress,
  ingressBy: "chosen",
  ingressReason: "because",
});
const detected = (ingress: "mesh" | "edge"): IngressFinding => ({ ...chosen(ingress), ingressBy: "detected" });

test.each([
  { ipVs: "loaded", ingress: "mesh", reason: "the kernel has ip_vs" },
  { ipVs: "loadable", ingress: "edge", reason: "not loaded, which takes root (`modprobe ip_vs`)" },
  { ipVs: "absent", ingress: "edge", reason: "the kernel has no ip_vs" },
] as const)("for the first time, with ip_vs $ipVs: $ingress", ({ ipVs, ingress, reason }) => {
  expect(decideIngress({}, ipVs, false)).toEqual({
    ingress,
    ingressBy: "detected",
    ingressReason: expect.stringContaining(reason),
  });
});

test("what is not known is not decided", () => {
  expect(decideIngress({}, "unknown", false)).toEqual({});
});

describe.each(["loaded", "loadable", "absent", "unknown"] as const)("with ip_vs %s", (ipVs) => {
  test.each([chosen("mesh"), chosen("edge")])("%j stays, whatever stands", (finding) => {
    expect(decideIngress(finding, ipVs, false)).toEqual(finding);
    expect(decideIngress(finding, ipVs, true)).toEqual(finding);
  });

  test.each([detected("mesh"), detected("edge")])("%j stays while stage 4 stands", (finding) => {
    expect(decideIngress(finding, ipVs, true)).toEqual(finding);
  });

  test("what an earlier ./lab wrote stays while stage 4 stands, and counts as detected", () => {
    expect(decideIngress({ ingress: "edge" }, ipVs, true)).toMatchObject({ ingress: "edge", ingressBy: "detected" });
  });
});

test("a module that has come since counts once stage 4 is gone", () => {
  expect(decideIngress(detected("edge"), "loaded", false)).toMatchObject({ ingress: "mesh" });
});

/** What the provider says of a kernel without ip_vs. */
async function warningOfProvider(): Promise<string> {
  const outer = { exec: { run: async () => ({ exitCode: 1 }) } };
  const inner = { address: { kind: "container", names: ["node1"] } };
  const engines = { at: (url?: string) => (url ? inner : outer) } as unknown as Engines;
  const said: string[] = [];
  const call = { engines, signal: new AbortController().signal, warn: (summary: string) => said.push(summary) };
  await ipvsWarning(call, "container://node1");
  return said.join();
}

test.each([
  { ingress: "edge", is: true },
  { ingress: "mesh", is: false },
  { ingress: undefined, is: false },
] as const)(
  "with ingress $ingress, the provider's warning of a missing ip_vs is seen to: $is",
  async ({ ingress, is }) => {
    expect(isSeenTo({ ingress }, { summary: await warningOfProvider() })).toBe(is);
    expect(isSeenTo({ ingress }, { summary: "image stays" })).toBe(false);
  },
);
