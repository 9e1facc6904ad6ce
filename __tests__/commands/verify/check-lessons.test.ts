import { type CheckedLesson, checkLessons, lessonLine } from "../../../commands/verify/check-lessons";
import { EngineError } from "../../../engine";
import type { LiveStage } from "../../../stacks/lesson";

const stage = { name: (name: string) => name } as LiveStage;
const absent = new EngineError({ code: "not-found", what: 'container "x" does not exist', remedy: "" });

test.each([
  { name: "holds", check: async () => undefined, line: "✓ water is wet", holds: true },
  { name: "does not hold", check: async () => "it is dry", line: "✗ water is wet: it is dry", holds: false },
  {
    name: "is about an object that is absent",
    check: () => Promise.reject(absent),
    line: '✗ water is wet: container "x" does not exist',
    holds: false,
  },
])("a lesson that $name", async ({ check, line, holds }) => {
  const told: CheckedLesson[] = [];
  const checked = await checkLessons([{ teaches: "water is wet", check }], stage, (each) => told.push(each));
  expect(told.map(lessonLine)).toEqual([line]);
  expect(checked).toEqual(told);
  expect(checked).toMatchObject([{ teaches: "water is wet", holds }]);
});

test("a defect of a check is no lesson that fails", async () => {
  const check = () => Promise.reject(new TypeError("a defect"));
  await expect(checkLessons([{ teaches: "", check }], stage, () => {})).rejects.toThrow(TypeError);
});
