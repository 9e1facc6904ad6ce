import { type CheckedLesson, checkLessons, lessonLine, lessonRecord } from "../../../commands/verify/check-lessons";
import { EngineError } from "../../../engine";
import type { LiveStage } from "../../../stacks/lesson";

const teaches = { en: "water is wet", es: "el agua moja" };
const stage = { name: (name: string) => name } as LiveStage;
const absent = new EngineError({ code: "not-found", what: 'container "x" does not exist', remedy: "" });

test.each([
  { name: "holds", check: async () => undefined, line: "✓ water is wet", holds: true },
  {
    name: "does not hold",
    check: async () => ({ en: "it is dry", es: "está seco" }),
    line: "✗ water is wet: it is dry",
    holds: false,
  },
  {
    name: "is about an object that is absent",
    check: () => Promise.reject(absent),
    line: '✗ water is wet: container "x" does not exist',
    holds: false,
  },
])("a lesson that $name", async ({ check, line, holds }) => {
  const told: CheckedLesson[] = [];
  const checked = await checkLessons([{ teaches, check }], stage, (each) => told.push(each));
  expect(told.map(lessonLine)).toEqual([line]);
  expect(checked).toEqual(told);
  expect(checked).toMatchObject([{ teaches, holds }]);
});

test("a defect of a check is no lesson that fails", async () => {
  const check = () => Promise.reject(new TypeError("a defect"));
  await expect(checkLessons([{ teaches, check }], stage, () => {})).rejects.toThrow(TypeError);
});

test("a lesson is told in the reader's language, and to programs in English", () => {
  const lesson = { teaches, holds: false, instead: { en: "it is dry", es: "está seco" } };
  process.env["LC_ALL"] = "es_ES.UTF-8";
  try {
    expect(lessonLine(lesson)).toBe("✗ el agua moja: está seco");
    expect(lessonRecord(lesson)).toEqual({ teaches: "water is wet", holds: false, instead: "it is dry" });
  } finally {
    process.env["LC_ALL"] = "C";
  }
});
