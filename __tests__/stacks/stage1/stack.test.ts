import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App, Testing } from "cdktf";
import { Stage1 } from "../../../stacks/stage1/stack";
import { bundleVersion, scratchFolder, synthesized, testApp, writeBundle } from "../../constructs/scratch";

const scratch = scratchFolder();
const bundle = writeBundle(join(scratch, "bundle"));
const stage1 = (context: Record<string, unknown> = {}) => new Stage1(testApp(bundle, context));

test("stage 1", () => {
  expect(Testing.synth(stage1(), true).replaceAll(bundleVersion, "VERSION")).toMatchSnapshot();
});

const names = (context: Record<string, unknown>) =>
  Object.values(synthesized(stage1(context)).resource["docker_container"]!).map(({ name }) => name);

const promised = [
  "stage1-alpine-interactive",
  "stage1-alpine-ls",
  "stage1-alpine-sh",
  "stage1-hello-world",
  "stage1-isolation-reader",
  "stage1-isolation-writer",
];

test("makes the containers that it promises", () => {
  expect(names({})).toEqual(promised);
});

test("a prefix moves every name, label and command, and no image of Docker Hub's", () => {
  expect(names({ prefix: "try-" })).toEqual(promised.map((name) => `try-${name}`));
  const text = Testing.synth(stage1({ prefix: "try-" }));
  expect(text.match(/(?<!try-)stage1(?!\.tfstate)/g)).toBeNull();
  expect(Object.values(synthesized(stage1({ prefix: "try-" })).resource["docker_image"]!)).toEqual([
    { name: "alpine" },
    { name: "hello-world" },
  ]);
});

test("synthesizes to the same bytes each time, without the machine's paths or the bundle's", () => {
  const bytes = ["one", "two"].map((folder) => {
    const outdir = join(scratch, folder);
    const app = new App({ outdir, context: { providerBundle: bundle } });
    new Stage1(app);
    app.synth();
    return readFileSync(join(outdir, "stacks/stage1/cdk.tf.json"), "utf8");
  });
  expect(bytes[0]).toBe(bytes[1]);
  const { backend, ...terraform } = JSON.parse(bytes[0]!).terraform;
  expect(backend.local.path).toBe(join(process.cwd(), "terraform.stage1.tfstate"));
  const rest = JSON.stringify({ ...JSON.parse(bytes[0]!), terraform });
  for (const path of [process.cwd(), scratch, __dirname]) expect(rest).not.toContain(path);
});
