import {
  type StageTexts,
  stepName,
  stepsOf,
  stepText,
  transcriptOf,
  translated,
} from "../../../constructs/lab-stage/step";

const command = { isCommand: true } as const;
const steps = [
  { ...command, key: "hello", head: "docker container run hello-world", output: "\nHello from Docker!\n\n" },
  { ...command, key: "sh", head: "docker container run alpine /bin/sh", output: "" },
  { ...command, key: "echo", head: "docker container run alpine echo '$ ls'", output: "$ ls\n" },
  { key: "lines", head: "index.js, line by line", isCommand: false, output: "var os" },
];
const outputs = Object.fromEntries(steps.map((step, index) => [stepName(index + 1, step.key), stepText(step)]));

test("what the outputs were made of comes back, in order", () => {
  expect(stepsOf(Object.fromEntries(Object.entries(outputs).reverse()))).toEqual(steps);
});

test("names sort as the steps come", () => {
  const names = Array.from({ length: 99 }, (_, index) => stepName(index + 1, "a"));
  expect([...names].sort()).toEqual(names);
});

test("steps past the hundredth still come in order", () => {
  const many = { [stepName(100, "a")]: "$ b\n", [stepName(99, "b")]: "$ a\n" };
  expect(stepsOf(many).map(({ head }) => head)).toEqual(["a", "b"]);
});

test("outputs that are no steps are not shown", () => {
  expect(
    stepsOf({ ...outputs, manager_token: "secret", step_x: "$ a\n", step_05_a: "one line", step_06_a: null }),
  ).toEqual(steps);
});

test("the transcript reads as a terminal would, and what is no command has no $", () => {
  expect(transcriptOf(stepsOf(outputs))).toBe(
    [
      "$ docker container run hello-world",
      "",
      "Hello from Docker!",
      "",
      "$ docker container run alpine /bin/sh",
      "",
      "$ docker container run alpine echo '$ ls'",
      "$ ls",
      "",
      "index.js, line by line",
      "var os",
      "",
    ].join("\n"),
  );
});

describe("in another language", () => {
  const look = { en: "look", es: "mira" };
  const title = { en: "title", es: "título" };
  const texts: StageTexts = {
    said: { look, note: { title, body: { en: "body", es: "cuerpo" } } },
    titled: { look, note: { title } },
  };
  const step = (key: string, isCommand = false) => ({ key, head: "title", isCommand, output: "body" });

  test.each([
    { what: "a note has its title and body", step: step("said"), head: "título", output: "cuerpo" },
    { what: "what stands under a title alone stays", step: step("titled"), head: "título", output: "body" },
    { what: "a command stays", step: step("said", true), head: "title", output: "body" },
    { what: "a step that nothing is said of stays", step: step("toString"), head: "title", output: "body" },
  ])("$what", ({ step, head, output }) => {
    expect(translated(step, texts, "es")).toEqual({ ...step, head, output });
  });
});
