import { detail, headline, type Problem, ProblemError, sentence } from "../../problem";

const bare: Problem = { code: "c", what: "`a` is 3" };
const whole: Problem = {
  ...{ code: "c", where: "POST /x at tcp://h", what: "`a` is 3", said: "no\n" },
  ...{ allowed: "1, 2", remedy: "write 1" },
};

test.each([
  { name: "alone", problem: bare, told: "`a` is 3" },
  { name: "with what another program said", problem: { ...bare, said: "no" }, told: "`a` is 3: no" },
])("the headline is what is wrong, $name", ({ problem, told }) => {
  expect(headline(problem)).toBe(told);
});

test.each([
  { problem: bare, told: "`a` is 3" },
  { problem: { ...bare, remedy: "write 1" }, told: "`a` is 3; write 1" },
  {
    problem: { ...bare, said: "no", allowed: "1, 2", remedy: "write 1" },
    told: "`a` is 3: no; allowed: 1, 2; write 1",
  },
])("a sentence has what is wrong, what is allowed and the change that helps: $told", ({ problem, told }) => {
  expect(sentence(problem)).toBe(told);
});

test("the detail is all but what is wrong, a line each", () => {
  expect(detail(whole)).toBe("no\nPOST /x at tcp://h\nallowed: 1, 2\nwrite 1");
  expect(detail(bare)).toBe("");
});

class SomeError extends ProblemError<"a" | "b"> {}

test("an error is known by the code of its first problem, and shows none of their parts when it is printed", () => {
  const error = new SomeError(
    [
      { code: "a", what: "secret part" },
      { code: "b", what: "second" },
    ],
    "told",
  );
  expect(error).toMatchObject({ code: "a", message: "told" });
  expect(error.problems).toHaveLength(2);
  expect(require("node:util").inspect(error)).not.toContain("secret part");
});
