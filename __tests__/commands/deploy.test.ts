import { transcripts } from "../../commands/deploy";
import type { Stage } from "../../commands/stages";
import type { Outputs } from "../../commands/terraform/stage-run";

test("each stage's steps are shown as a terminal would have, in the lab's order", () => {
  const outputs = new Map<Stage, Outputs>([
    ["stage3", { step_01: { value: "$ docker node ls\nID   HOSTNAME\n" }, join_token_worker: {} }],
    [
      "stage1",
      {
        step_02: { value: "$ docker container run alpine /bin/sh\n" },
        other: { value: "left out" },
        step_01: { value: "$ docker container run hello-world\nHello!" },
      },
    ],
  ]);
  expect(transcripts(["stage1", "stage3"], outputs)).toBe(
    [
      "",
      "stage1",
      "",
      "$ docker container run hello-world",
      "Hello!",
      "",
      "$ docker container run alpine /bin/sh",
      "",
      "stage3",
      "",
      "$ docker node ls",
      "ID   HOSTNAME",
      "",
    ].join("\n"),
  );
});

test("a stage without outputs has an empty transcript", () => {
  expect(transcripts(["stage1"], new Map())).toBe("\nstage1\n\n");
});
