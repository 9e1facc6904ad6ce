import { buildSteps } from "../../../../provider/resources/image/build-steps";

test("a line a step, with its time, and CACHED where an earlier build's was taken", () => {
  const steps = [
    { name: "[1/2] FROM alpine", cached: false, seconds: 0.42 },
    { name: "[2/2] RUN make", cached: true, seconds: 0 },
  ];
  expect(buildSteps(steps)).toBe("=> [1/2] FROM alpine      0.4s\n=> CACHED [2/2] RUN make  0.0s");
});

test("stage by stage, each in the order of its instructions, however they ran", () => {
  const step = (name: string) => ({ name, cached: false });
  const steps = ["[app 2/10] B", "[app 10/10] C", "[1/1] A", "[app 1/10] D"].map(step);
  expect(buildSteps(steps).split("\n")).toEqual([
    "=> [app 1/10] D",
    "=> [app 2/10] B",
    "=> [app 10/10] C",
    "=> [1/1] A",
  ]);
});

test("an instruction that is a script is on one line, and cut", () => {
  const text = buildSteps([{ name: `[1/1] RUN a\n  b ${"x".repeat(200)}`, cached: false, seconds: 1 }]);
  expect(text).toMatch(/^=> \[1\/1\] RUN a b x+… {2}1\.0s$/);
  expect(text.length).toBeLessThan(110);
});

test("no build, no steps", () => {
  expect(buildSteps([])).toBe("");
});
