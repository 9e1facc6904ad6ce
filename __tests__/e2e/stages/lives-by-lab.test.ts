import { stages } from "../../../commands/stages";
import { checkout, each, expectNothing } from "./lives";

// All stages, deployed by ./lab and destroyed by plain cdktf.

test("all stages are deployed", async () => {
  const { code, stdout, stderr } = await checkout.lab("deploy", ...stages);
  expect({ code, failure: code === 0 ? "" : stderr }).toEqual({ code: 0, failure: "" });
  expect(stages.map(() => stdout)).toEqual(each((stage) => `\n${stage}\n`));
});

test("a second deploy changes nothing", async () => {
  const { code, stderr } = await checkout.lab("deploy", ...stages);
  expect(stages.map(() => stderr)).toEqual(each((stage) => `${stage}  no changes\n`));
  expect(code).toBe(0);
});

test("each lesson holds", async () => {
  const { code, stdout } = await checkout.lab("verify", ...stages);
  expect([code, stdout]).toEqual([0, expect.not.stringContaining("✗")]);
});

test("plain cdktf's destroy leaves nothing", async () => {
  const { code, stdout, stderr } = await checkout.cdktf("destroy", ...stages, "--auto-approve");
  expect([code, stderr, stdout]).toEqual([0, expect.any(String), expect.stringContaining("Destroy complete!")]);
  await expectNothing();
});
