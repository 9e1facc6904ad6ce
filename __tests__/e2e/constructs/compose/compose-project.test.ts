import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { ComposeProject, type ProjectFromFileProps } from "../../../../constructs/compose/compose-project";
import { DockerEngine } from "../../../../constructs/engine/docker-engine";
import { Engines } from "../../../../engine";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../provider/harness";

// A Compose file on one engine: deployed, edited, and deployed again.
jest.setTimeout(180_000);

const engines = new Engines();
const engine = engines.at();
const name = `t-project-${process.pid}`;
let provider: TestProvider;
let terraform: Terraform;
beforeAll(() => {
  provider = buildDockerProvider();
}, 120_000);
afterAll(() => {
  provider?.remove();
  engines.close();
});
beforeEach(async () => {
  terraform = await terraformWith(provider, "");
  rmSync(join(terraform.folder, "main.tf"));
});
afterEach(async () => {
  await terraform.destroy();
  terraform.remove();
});

type Options = Omit<ProjectFromFileProps, "file" | "files" | "name">;
interface Given extends Options {
  /** Files beside the Compose file, by their names. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Deploys the file, and again: the second time there is nothing to do. */
async function deployed(content: object, { beside = {}, ...options }: Given = {}): Promise<void> {
  const file = join(terraform.folder, "compose.json");
  for (const [path, text] of Object.entries({ "compose.json": JSON.stringify(content), ...beside })) {
    mkdirSync(dirname(join(terraform.folder, path)), { recursive: true });
    writeFileSync(join(terraform.folder, path), text);
  }
  const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
  const stack = new TerraformStack(app, "st");
  new DockerEngine(stack, "docker");
  ComposeProject.fromFile(stack, "it", { file, name, ...options });
  const { terraform: block, ...rest } = JSON.parse(Testing.synth(stack));
  const { backend: _, ...kept } = block;
  const text = JSON.stringify({ ...rest, terraform: kept }).replaceAll('path.root, \\"../../', 'path.root, \\"');
  writeFileSync(join(terraform.folder, "cdk.tf.json"), text);
  const { code, errors, text: told } = await terraform.apply();
  if (code !== 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n") || told);
  expect((await terraform.plan()).filter(({ actions }) => actions[0] !== "no-op")).toEqual([]);
}

const inspected = (service: string, number = 1) => engine.containers.inspect(`${name}-${service}-${number}`);
const service = (more: object = {}) => ({
  image: "alpine",
  command: ["sleep", "1d"],
  stop_grace_period: "1s",
  ...more,
});

test("a service's container is on the project's network, under its own name and the service's", async () => {
  await deployed({ services: { web: service() } });
  const { Name, NetworkSettings, Config } = await inspected("web");
  const network = NetworkSettings.Networks?.[`${name}_default`] as { Aliases?: string[] };
  expect([Name, network.Aliases?.slice(0, 2).sort()]).toEqual([`/${name}-web-1`, [`${name}-web-1`, "web"].sort()]);
  expect(Config.Image).toBe("alpine");
});
