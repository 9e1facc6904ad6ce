import { changesIn, lessonsIn } from "../../../../commands/test/machines/guest-lab";

test("Terraform's words about each stack are found among what ./lab prints", () => {
  const printed =
    "stage1  Apply complete! Resources: 0 added, 0 changed, 0 destroyed.\nstage2  Apply complete! Resources: 12 added, 0 changed, 1 destroyed.\n";
  expect(changesIn(printed)).toEqual(["0 added, 0 changed, 0 destroyed", "12 added, 0 changed, 1 destroyed"]);
});

test("lessons that hold are counted, the others told", () => {
  expect(lessonsIn("stage1\n  ✓ a container ends\n  ✗ it is isolated: it is not\n")).toEqual({
    held: 1,
    failed: ["✗ it is isolated: it is not"],
  });
});
