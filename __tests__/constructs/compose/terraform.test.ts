import { escapeTemplates } from "../../../constructs/compose/terraform/escape";
import { markTokens } from "../../../constructs/compose/terraform/tokens";
import { withoutStackTraces } from "../../../constructs/compose/terraform/without-stack-traces";

test.each([
  ["plain", "plain"],
  ["${HOME}", "$${HOME}"],
  ["$${x}", "$$${x}"],
  ["%{if}", "%%{if}"],
  ["100%", "100%"],
  ["$x", "$x"],
  [`$${markTokens("${TfToken[TOKEN.5]}")}`, '${"$"}${TfToken[TOKEN.5]}'],
  [`a ${markTokens("${TfToken[TOKEN.5]}")} ${"${b}"}`, "a ${TfToken[TOKEN.5]} $${b}"],
  ["${TfToken[TOKEN.5]}", '$${TfToken${"["}TOKEN.5]}'],
  ["#{TfToken[TOKEN.5]}", '#{TfToken${"["}TOKEN.5]}'],
  ["&{TfToken[TOKEN.5]}", '&{TfToken${"["}TOKEN.5]}'],
  ["String Map Token Value", '${""}String Map Token Value'],
])("%s is %s to Terraform", (text, escaped) => {
  expect(escapeTemplates({ "${key}": [text, { deep: text }], number: 5, nothing: undefined })).toEqual({
    "$${key}": [escaped, { deep: escaped }],
    number: 5,
    nothing: undefined,
  });
});

test("an error keeps its stack trace where cdktf's are left out", () => {
  const before = Error.prepareStackTrace;
  expect(() =>
    withoutStackTraces(() => {
      throw new Error("inside");
    }),
  ).toThrow(expect.objectContaining({ stack: expect.stringContaining("terraform.test") }));
  expect(Error.prepareStackTrace).toBe(before);
});
