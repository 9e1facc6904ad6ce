import { stepName, stepsOf, stepText, transcriptOf } from "../../../constructs/lab-stage/step";

const steps = [
  { command: "docker container run hello-world", output: "\nHello from Docker!\n\n" },
  { command: "docker container run alpine /bin/sh", output: "" },
  { command: "docker container run alpine echo '$ ls'", output: "$ ls\n" },
];
const outputs = Object.fromEntries(steps.map((step, index) => [stepName(index + 1), stepText(step)]));

test("what the outputs were made of comes back, in order", () => {
  expect(stepsOf(Object.fromEntries(Object.entries(outputs).reverse()))).toEqual(steps);
});

test("names sort as the steps come", () => {
  const names = Array.from({ length: 99 }, (_, index) => stepName(index + 1));
  expect([...names].sort()).toEqual(names);
});

test("steps past the hundredth still come in order", () => {
  const many = { [stepName(100)]: "$ b\n", [stepName(99)]: "$ a\n" };
  expect(stepsOf(many).map(({ command }) => command)).toEqual(["a", "b"]);
});

test("outputs that are no steps are not shown", () => {
  expect(
    stepsOf({ ...outputs, manager_token: "secret", step_x: "$ a\n", step_04: "no command", step_05: null }),
  ).toEqual(steps);
});

test("the transcript reads as a terminal would", () => {
  expect(transcriptOf(outputs)).toBe(
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
    ].join("\n"),
  );
});
