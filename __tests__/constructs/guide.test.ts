import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { TerraformStack, Testing } from "cdktf";
import { scratchFolder, testApp, writeBundle } from "./scratch";

const root = join(__dirname, "../..");
const bundle = writeBundle(join(scratchFolder(), "bundle"));

/** Every example of the guide pages; `app` and `stack` are there for it. */
const examples = readdirSync(join(root, "docs/constructs")).flatMap((page) =>
  [...readFileSync(join(root, "docs/constructs", page), "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => ({
    page,
    code: match[1]!,
  })),
);

test.each(examples)("the example of $page synthesizes", ({ code }) => {
  const app = testApp(bundle);
  const stack = new TerraformStack(app, "test");
  const script = transformSync(code, { jsc: { parser: { syntax: "typescript" } }, module: { type: "commonjs" } }).code;
  new Function("require", "exports", "app", "stack", script)((name: string) => load(name), {}, app, stack);
  for (const made of app.node.children.filter(TerraformStack.isStack)) Testing.synth(made);
});

/** By the test's own module registry: classes are the same as everywhere. */
const load = (name: string): unknown => require(name.startsWith("./") ? join(root, name) : name);
