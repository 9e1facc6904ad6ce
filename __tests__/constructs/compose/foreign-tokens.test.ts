import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformOutput, type TerraformStack, TerraformVariable, Token } from "cdktf";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { scratchFolder, synthesized, testStack } from "../scratch";
import { expectedOf, planted, plantedIn } from "./planted";

const folder = scratchFolder();

/** What stands for a variable's value in the code of a stack that uses it. */
const lookalikes: readonly (readonly [what: string, text: (variable: TerraformVariable) => string])[] = [
  ["a text's token", ({ stringValue }) => stringValue],
  ["a list's token", ({ listValue }) => listValue[0]!],
  ["a map's token", (variable) => Object.keys(Token.asStringMap(variable.fqn))[0]!],
  ["a number's token", ({ numberValue }) => String(numberValue)],
  ["a token's text in others", ({ stringValue }) => `a$${stringValue}{${stringValue}`],
  ["a token that nobody made", () => "${TfToken[TOKEN.999999]}"],
  ["a number's token that nobody made", () => "-1.8881545897087626e+289"],
  ["a text that cdktf keeps for itself", () => Token.STRING_MAP_TOKEN_VALUE],
];

function stackWithVariable(): { stack: TerraformStack; variable: TerraformVariable } {
  const stack = testStack();
  const variable = new TerraformVariable(stack, "taken", { type: "any" });
  new TerraformOutput(stack, "used", { value: [variable.stringValue, variable.numberValue, variable.listValue] });
  return { stack, variable };
}

/** Terraform's templates as the texts that they make. */
function evaluated(given: unknown): unknown {
  if (typeof given === "string") {
    return given
      .replaceAll(/\$\{"(.?)"\}/g, "$1")
      .replaceAll("$${", "${")
      .replaceAll("%%{", "%{");
  }
  if (Array.isArray(given)) return given.map(evaluated);
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [evaluated(key), evaluated(value)]));
}

test.each(lookalikes)("%s in a file is text, whatever the stack's own tokens are", (_, textOf) => {
  const { stack, variable } = stackWithVariable();
  const text = textOf(variable);
  planted(stack, folder, text);
  const { contents, ...found } = plantedIn(stack);
  expect(JSON.stringify(found)).not.toContain("taken");
  expect({ contents, ...(evaluated(found) as object) }).toEqual(expectedOf(text));
});

/** The data of the one config of a stack with this content, a token of the caller's among its variables. */
function configData(content: string, beside: Readonly<Record<string, string>> = {}): unknown {
  const { stack, variable } = stackWithVariable();
  const compose = JSON.stringify({ services: { web: { image: "a" } }, configs: { c: { content: "CONTENT" } } });
  const files = { "one.yml": compose.replace("CONTENT", content), ".env": "", ...beside };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const variables = { GIVEN: variable.stringValue };
  ComposeStack.fromFile(stack, "app", { file: join(folder, "one.yml"), name: "st", variables });
  const [config] = Object.values(synthesized(stack).resource["docker_config"]!);
  return config!["data"];
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

test("a token that the caller's code gives as a variable's value is Terraform's to fill in", () => {
  expect(configData("a ${GIVEN}")).toBe('${base64encode(join("", [base64decode("YSA="), var.taken]))}');
});

test("a token is not put together from what several files say", () => {
  expect(configData("${HALF}Token[TOKEN.0]}", { ".env": "HALF='${Tf'" })).toBe(base64("${TfToken[TOKEN.0]}"));
});

test("the mark that tokens have in the compiler is none where YAML escapes spell it", () => {
  expect(configData("\\udffe${GIVEN:+var.x}\\udfff")).toBe(base64("\uFFFDvar.x\uFFFD"));
});
