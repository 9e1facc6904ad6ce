import { stages } from "../../../commands/stages";
import { checkout, each, expectNothing } from "./lives";

// All stages, deployed by plain cdktf and destroyed by ./lab.

test("all stages are deployed", async () => {
  const { code, stdout, stderr } = await checkout.cdktf("deploy", ...stages, "--auto-approve");
  expect([code, stderr, stdout]).toEqual([0, expect.any(String), expect.stringContaining("Apply complete!")]);
});

test("./lab finds nothing to change", async () => {
  const { code, stderr } = await checkout.lab("deploy", ...stages);
  expect([code, ...stages.map(() => stderr)]).toEqual([0, ...each((stage) => `${stage}  no changes\n`)]);
});

test("nor does a diff of each", async () => {
  for (const stage of stages) {
    const { stdout, stderr } = await checkout.cdktf("diff", stage);
    expect([stage, stderr, stdout]).toEqual([stage, expect.any(String), expect.stringContaining("No changes.")]);
  }
});

test("a second deploy changes nothing", async () => {
  const { stdout } = await checkout.cdktf("deploy", ...stages, "--auto-approve");
  expect(stdout.match(/Resources: 0 added, 0 changed, 0 destroyed/g)).toHaveLength(stages.length);
});

test("./lab's destroy leaves nothing", async () => {
  expect(await checkout.lab("destroy")).toMatchObject({ code: 0 });
  await expectNothing();
});
