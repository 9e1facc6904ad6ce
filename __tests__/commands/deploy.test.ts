import { transcripts } from "../../commands/deploy";

test("each stage's steps are shown as a terminal would have, in the lab's order", () => {
  const outputs = {
    stage3: { step_01: "$ docker node ls\nID   HOSTNAME\n" },
    stage1: {
      step_02: "$ docker container run alpine /bin/sh\n",
      other: "left out",
      step_01: "$ docker container run hello-world\nHello!",
    },
  };
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
  expect(transcripts(["stage1"], {})).toBe("\nstage1\n\n");
});
