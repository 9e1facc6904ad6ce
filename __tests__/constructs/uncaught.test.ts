import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { compile } from "../../constructs/compose/compile";
import { scratchFolder } from "./scratch";

jest.setTimeout(60_000);
const folder = scratchFolder();
const file = join(folder, "shop.yml");
writeFileSync(file, "services:\n  web:\n    imgae: a\n    environment: {PASSWORD: hunter2}\n");

const construct = (path: string) => JSON.stringify(join(__dirname, "../../constructs", path));
const compiler = `
import { compile } from ${construct("compose/compile")};
const shop = () => compile({ files: ["shop.yml"], show: () => "shop.yml" });
`;
const app = `
import { App, TerraformStack } from ${JSON.stringify(require.resolve("cdktf"))};
import { ComposeStack } from ${construct("compose/compose-stack")};
const shop = () => ComposeStack.fromFile(new TerraformStack(new App(), "s"), "shop", { file: "shop.yml" });
`;
const message = `1 error in the Compose file

shop.yml:3:5: unknown key \`imgae\` in \`web\` [unknown-key]
  3 |     imgae: a
    |     ^^^^^
  help: did you mean \`image\`?
`;

let count = 0;
/** What somebody's program prints, and its exit code. */
function run(program: string): { readonly code: number | null; readonly printed: string } {
  const source = join(folder, `program${++count}.ts`);
  writeFileSync(source, program);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-r", require.resolve("tsx/cjs"), source], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, printed: stdout + stderr };
}

test.each([
  ["of an app", `${app}shop();`],
  ["of an asynchronous program", `${compiler}const main = async () => { await null; shop(); };\nvoid main();`],
  ["after one that was caught", `${compiler}try { shop(); } catch {}\nshop();`],
])("an error that nobody catches %s is its message and nothing else", (_, program) => {
  expect(run(program)).toEqual({ code: 1, printed: message });
});

test("a construct's likewise, with nothing in it that steers a terminal", () => {
  const program = `import { ConstructError } from ${construct("construct-error")};
throw new ConstructError({ code: "x", what: "engine \\u001b[2J" });`;
  expect(run(program)).toEqual({ code: 1, printed: "engine \\x1b[2J\n" });
});

test("an app's own listener has the error to itself", () => {
  const listener = 'process.on("uncaughtException", ({ name }) => { console.log("mine:", name); process.exit(7); });\n';
  expect(run(`${compiler}${listener}shop();`)).toEqual({ code: 7, printed: "mine: ComposeError\n" });
});

test("another error is shown as Node shows it, and of its cause nothing but the message and where it was thrown", () => {
  const { code, printed } = run(
    `${compiler}try { shop(); } catch (cause) { throw new TypeError("other", { cause }); }`,
  );
  expect(code).toBe(1);
  expect(printed).toMatch(/^TypeError: other\n {4}at [\s\S]*\[cause\]: ComposeError: 1 error in the Compose file\n/);
  expect(printed).not.toContain("hunter2");
});

test("nothing listens any more once the turn is over", () => {
  const counted = 'console.log(process.listenerCount("uncaughtException"))';
  const { printed } = run(
    `${compiler}try { shop(); } catch {}\n${counted};\nsetImmediate(() => setImmediate(() => ${counted}));`,
  );
  expect(printed).toBe("1\n0\n");
});

test.each<[string, (error: unknown) => string]>([
  ["inspected", (error) => inspect(error)],
  ["inspected as a whole", (error) => inspect(error, { depth: 9, customInspect: false })],
  ["written as JSON", JSON.stringify],
  ["inspected as a cause", (cause) => inspect(new Error("x", { cause: new AggregateError([cause]) }), { depth: 9 })],
])("an error that is %s shows nothing of the file but the place", (_, show) => {
  const error = (() => {
    try {
      return compile({ files: [file] });
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(show(error)).toContain("ComposeError");
  expect(show(error)).not.toContain("hunter2");
  expect((error as { problems: unknown[] }).problems).toHaveLength(1);
});
