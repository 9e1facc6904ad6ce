import { join } from "node:path";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { compile } from "../../../constructs/compose/compile";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { memory } from "../../../constructs/compose/source/files";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { onEngine } from "../../../constructs/engine/on-engine";
import { scratchFolder, writeBundle } from "../scratch";

const scratch = scratchFolder();
const providerBundle = writeBundle(join(scratch, "bundle"));

const model = (name: string) =>
  compile({ files: ["/p/c.yml"], name, from: memory({ "/p/c.yml": "services: {a: {image: a}}\n" }) });

/** A Terraform stack of Compose stacks, each by its id. */
type Declared = (stack: TerraformStack) => void;
const on = (id: string, engine?: string, name = "shop"): Declared => {
  return (stack) => new ComposeStack(stack, id, { model: model(name), engine, converge: false });
};

/** What synth says of stacks' names: the error, or the warnings by their construct. */
function told(...stacks: { readonly host?: string; readonly of: readonly Declared[] }[]): string | string[] {
  const app = new App({ outdir: join(scratch, "out"), stackTraces: false, context: { providerBundle } });
  stacks.forEach(({ host, of }, i) => {
    const stack = new TerraformStack(app, `tf${i}`);
    new DockerEngine(stack, "docker", { host });
    for (const declare of of) declare(stack);
  });
  try {
    app.synth();
  } catch (error) {
    return (error as Error).message;
  }
  const notes = app.node.findAll().flatMap(({ node }) => node.metadata.map(({ data }) => data as string));
  return notes.filter((note) => note.includes("stack-name-taken"));
}

const taken = (one: string, other: string) =>
  `${one} and ${other} are both stack \`shop\` on one engine, where the second finds its names in use; give one of them another \`name\` [stack-name-taken]`;

test.each<[string, ...Parameters<typeof told>]>([
  ["the provider's engine", { of: [on("a"), on("b")] }],
  ["one that is named", { of: [on("a", "tcp://m:1"), on("b", "tcp://m:1")] }],
  [
    "one that a scope is on",
    {
      of: [
        (stack) => {
          const scope = onEngine(new Construct(stack, "x"), "tcp://m:1");
          new ComposeStack(scope, "a", { model: model("shop"), converge: false });
        },
        on("b", "tcp://m:1"),
      ],
    },
  ],
])("two stacks of one name in one Terraform stack, on %s, are an error", (_, ...stacks) => {
  expect(told(...stacks)).toMatch(
    /tf0\/b and tf0\/(?:x\/)?a are both stack `shop` on one engine.*\[stack-name-taken\]/,
  );
});

test.each<[string, ...Parameters<typeof told>]>([
  ["one address", { of: [on("a", "tcp://m:1")] }, { of: [on("b", "tcp://m:1")] }],
  ["the machine's own", { of: [on("a")] }, { of: [on("b")] }],
  ["the host of a provider", { host: "tcp://m:1", of: [on("a")] }, { of: [on("b", "tcp://m:1")] }],
])("in two Terraform stacks, on %s, they are a warning", (_, ...stacks) => {
  expect(told(...stacks)).toEqual([taken("tf1/b", "tf0/a")]);
});

test.each<[string, ...Parameters<typeof told>]>([
  ["of two names", { of: [on("a"), on("b", undefined, "other")] }],
  ["on two engines", { of: [on("a", "tcp://m:1"), on("b", "tcp://n:1"), on("c")] }],
  ["of two Terraform stacks whose engines it alone knows", { of: [onVariable("a")] }, { of: [onVariable("b")] }],
])("stacks %s are two", (_, ...stacks) => {
  expect(told(...stacks)).toEqual([]);
});

test("an engine that Terraform alone knows is one", () => {
  expect(told({ of: [onVariable("a"), onVariable("b")] })).toContain(taken("tf0/b", "tf0/a"));
});

function onVariable(id: string): Declared {
  return (stack) => {
    const variable = stack.node.tryFindChild("engine") ?? new TerraformVariable(stack, "engine", { type: "string" });
    on(id, (variable as TerraformVariable).stringValue)(stack);
  };
}
