import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { TerraformStack, Testing } from "cdktf";
import { pack } from "tar-stream";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { VOTING_APP_FILE } from "../../../constructs/voting-app";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../provider/harness";
import { ServiceScene } from "../provider/resources/service/scene";
import { differences, stackOn } from "./normal";

jest.setTimeout(180_000);
const own = join(__dirname, "files");
const files = [
  VOTING_APP_FILE,
  ...readdirSync(own)
    .filter((name) => name.endsWith(".yml"))
    .map((name) => join(own, name)),
];

/** Differences that stand, each with its reason. */
const DELIBERATE: readonly { readonly path: RegExp; readonly why: string }[] = [
  {
    path: /^services\.\w+\.(UpdateConfig|RollbackConfig)\.Monitor: undefined → 5000000000$/,
    why: "the interface of 3.6.2 has a default, and it is the swarm's own",
  },
  {
    path: /^services\.[\w-]+\.TaskTemplate\.RestartPolicy: undefined → {"Condition":"any","MaxAttempts":0}$/,
    why: "it says the swarm's default: a block that is left out would keep what an edit took out of the file",
  },
];

let scene: ServiceScene;
let provider: TestProvider;
let terraform: Terraform;
beforeAll(async () => {
  scene = await ServiceScene.open(1);
  await scene.engine.networks.create({ Name: "outside", Driver: "overlay" });
  await scene.engine.secrets.create({ Name: "ext", Data: "eA==" });
  await scene.engine.configs.create({ Name: "outside", Data: "eA==" });
  provider = buildDockerProvider();
  terraform = await terraformWith(provider, "");
  rmSync(join(terraform.folder, "main.tf"));
}, 120_000);
afterAll(async () => {
  terraform?.remove();
  provider?.remove();
  await scene?.close();
}, 60_000);

/** Runs docker in the node, beside the file's folder. */
async function docker(...args: string[]): Promise<void> {
  const node = scene.nodes[0]!.name;
  const { exitCode, output } = await scene.farm.outer.exec.run(node, { cmd: ["docker", ...args] });
  if (exitCode !== 0) throw new Error(`docker ${args.join(" ")}: ${output}`);
}

async function byTheClient(file: string) {
  const archive = pack();
  for (const name of readdirSync(dirname(file)))
    if (!name.endsWith(".json") && name.includes("."))
      archive.entry({ name: `corpus/${name}` }, readFileSync(join(dirname(file), name)));
  archive.finalize();
  await scene.farm.outer.containers.putArchive(scene.nodes[0]!.name, "/", archive as AsyncIterable<Uint8Array>);
  await docker("stack", "deploy", "--resolve-image=never", "-c", `/corpus/${basename(file)}`, "st");
  const made = await stackOn(scene.engine);
  await docker("stack", "rm", "st");
  const filters = { label: ["com.docker.stack.namespace=st"] };
  // The node keeps a network until its last task has ended, and shows it again where a container of it was being made;
  // the client takes that one for the stack's next. So containers are looked at first.
  const isGone = async () =>
    (await scene.engine.containers.list({ all: true, filters })).length === 0 &&
    Object.values(await stackOn(scene.engine)).every((kind) => Object.keys(kind).length === 0);
  for (let left = 600; !(await isGone()); left--) {
    if (left === 0) throw new Error("the stack that `docker stack rm` removed is still there after a minute");
    await delay(100);
  }
  // The client leaves volumes, of which tasks may have made some.
  const removed = async ({ Name }: { Name?: string | null }) =>
    scene.engine.volumes.tryRemove(Name!).then(
      () => true,
      () => false,
    );
  for (let left = 200; left > 0; left--) {
    if ((await Promise.all((await scene.engine.volumes.list()).map(removed))).every(Boolean)) break;
    await delay(100);
  }
  return made;
}

async function byTheProvider(file: string) {
  const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
  const stack = new TerraformStack(app, "st");
  new DockerEngine(stack, "docker");
  const engine = scene.nodes[0]!.url;
  ComposeStack.fromFile(stack, "it", { file, engine, name: "st", converge: false, rotate: false });
  const { terraform: block, ...rest } = JSON.parse(Testing.synth(stack));
  const { backend: _, ...kept } = block;
  writeFileSync(join(terraform.folder, "cdk.tf.json"), JSON.stringify({ ...rest, terraform: kept }));
  const { code, errors, text } = await terraform.apply();
  if (code !== 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n") || text);
  const made = await stackOn(scene.engine);
  const destroyed = await terraform.destroy();
  expect(destroyed.errors).toEqual([]);
  return made;
}

test.each(files.map((file) => ({ name: basename(file), file })))(
  "$name: the engine has the same, field by field, by `docker stack deploy` and by this provider",
  async ({ file }) => {
    const [theirs, ours] = [await byTheClient(file), await byTheProvider(file)];
    expect(Object.keys(theirs["services"]!).length).toBeGreaterThan(0);
    const found = differences(theirs as never, ours as never);
    expect(found.filter((each) => !DELIBERATE.some(({ path }) => path.test(each)))).toEqual([]);
  },
);
