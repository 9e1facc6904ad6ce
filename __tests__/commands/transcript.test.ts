import type { Stage } from "../../commands/stages";
import type { Outputs } from "../../commands/terraform/stage-run";
import { transcripts } from "../../commands/transcript";

test("each stage's steps are shown as a terminal would have, in the lab's order", () => {
  const outputs = new Map<Stage, Outputs>([
    ["stage3", { step_01_a: { value: "$ docker node ls\nID   HOSTNAME\n" }, join_token_worker: {} }],
    [
      "stage1",
      {
        step_02_b: { value: "$ docker container run alpine /bin/sh\n" },
        other: { value: "left out" },
        step_01_a: { value: "$ docker container run hello-world\nHello!" },
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

test("what is no command is shown in the reader's language, and what a command printed as it is", () => {
  const outputs = {
    step_01_index_js: { value: "$ cat index.js\nvar os" },
    step_02_index_js_lines: { value: "index.js, line by line\nvar os   English" },
    step_03_layers_shared: { value: "the layers\nsha256:1" },
  };
  process.env["LC_ALL"] = "es_ES.UTF-8";
  try {
    const shown = transcripts(["stage2"], new Map<Stage, Outputs>([["stage2", outputs]]));
    expect(shown).toContain("$ cat index.js\nvar os\n");
    expect(shown).toContain("\nindex.js, línea por línea\nvar os = ");
    expect(shown).toContain("\nlas capas de v0.2 que también tiene v0.1, en su orden\nsha256:1\n");
  } finally {
    process.env["LC_ALL"] = "C";
  }
});
