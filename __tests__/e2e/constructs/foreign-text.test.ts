import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformVariable, Token } from "cdktf";
import { bareStack, expectedOf, planted, plantedIn } from "../../constructs/compose/planted";
import { prototypeNames } from "../../foreign/prototype-names";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "t-foreign-text-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stack = bareStack();
const taken = new TerraformVariable(stack, "taken", { type: "any" });

/** What a file may say, and neither Terraform nor cdktf may take for its own. */
const texts: readonly string[] = [
  ...prototypeNames,
  "_children",
  "${var.taken}",
  "$${var.taken}",
  "%{ if true }x%{ endif }",
  taken.stringValue,
  `$${taken.stringValue}`,
  `$$${taken.stringValue}`,
  `a$${taken.stringValue}{${taken.stringValue}`,
  taken.listValue[0]!,
  Object.keys(Token.asStringMap(taken.fqn))[0]!,
  String(taken.numberValue),
  Token.STRING_MAP_TOKEN_VALUE,
  "back\\slash",
];

/** What Terraform makes of values, as it stands in its state. */
function evaluated(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const output = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  const variable = { taken: { default: "TAKEN" } };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ variable, output }));
  const terraform = (...args: string[]) => execFileSync("terraform", args, { cwd: folder, encoding: "utf8" });
  terraform("init", "-input=false");
  terraform("apply", "-auto-approve", "-input=false");
  const outputs = JSON.parse(terraform("output", "-json")) as Record<string, { value: unknown }>;
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}

test("Terraform makes of each text of a file that very text", () => {
  const contents = texts.map((text, i) => {
    const one = bareStack();
    const files = join(folder, String(i));
    mkdirSync(files);
    planted(one, files, text);
    return plantedIn(one);
  });
  const made = evaluated(Object.fromEntries(contents.map((content, i) => [`text_${i}`, escapedContents(content)])));
  texts.forEach((text, i) => {
    expect(made[`text_${i}`]).toEqual(expectedOf(text));
  });
});

/** Contents are base64 to Terraform: here they are decoded already, and no templates. */
const escapedContents = ({ contents, ...rest }: Record<string, unknown>) => ({
  ...rest,
  contents: (contents as string[]).map((text) => text.replaceAll(/[$%](?=\{)/g, "$&$&")),
});
