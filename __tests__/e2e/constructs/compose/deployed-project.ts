import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type App, TerraformStack, Testing } from "cdktf";
import { ComposeProject, type ProjectFromFileProps } from "../../../../constructs/compose/compose-project";
import { DockerEngine } from "../../../../constructs/engine/docker-engine";
import { Engines } from "../../../../engine";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../provider/harness";
import { writeSynthesized } from "../../provider/harness/synthesized";

const engines = new Engines();
export const engine = engines.at();
/** Of the project: its own in each test file. */
export const name = `t-project-${process.pid}`;
let provider: TestProvider;
export let terraform: Terraform;
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
export interface Given extends Options {
  /** Files beside the Compose file, by their names. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Deploys the file, and again: the second time there is nothing to do. */
export async function deployed(content: object, { beside = {}, ...options }: Given = {}): Promise<void> {
  const file = join(terraform.folder, "compose.json");
  for (const [path, text] of Object.entries({ "compose.json": JSON.stringify(content), ...beside })) {
    mkdirSync(dirname(join(terraform.folder, path)), { recursive: true });
    writeFileSync(join(terraform.folder, path), text);
  }
  const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
  const stack = new TerraformStack(app, "st");
  new DockerEngine(stack, "docker");
  ComposeProject.fromFile(stack, "it", { file, name, ...options });
  writeSynthesized(stack, terraform.folder);
  layBeside(app);
  const { code, errors, text: told } = await terraform.apply();
  if (code !== 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n") || told);
  expect(await terraform.changes()).toEqual([]);
}

/** What an app's own synth lays beside a stack: links to build contexts, and Dockerfiles. */
function layBeside(app: App): void {
  app.synth();
  for (const name of ["contexts", "dockerfiles"]) {
    const [laid, wanted] = [join(terraform.folder, "stacks/st", name), join(terraform.folder, name)];
    rmSync(wanted, { recursive: true, force: true });
    if (existsSync(laid)) symlinkSync(laid, wanted, "dir");
  }
}

export const nameOf = (service: string, number = 1) => `${name}-${service}-${number}`;
export const idOf = async (service: string, number = 1) =>
  (await engine.containers.inspect(nameOf(service, number))).Id;
export const service = (more: object = {}) => ({
  image: "alpine",
  command: ["sleep", "1d"],
  stop_grace_period: "1s",
  ...more,
});

export const idsOf = async (services: readonly string[]) =>
  Object.fromEntries(await Promise.all(services.map(async (each) => [each, await idOf(each)] as const)));
/** Services whose first container is another one now. */
export const replaced = async (before: Readonly<Record<string, string>>) => {
  const now = await idsOf(Object.keys(before));
  return Object.keys(before).filter((each) => now[each] !== before[each]);
};
export const printed = (container: string, ...command: string[]) =>
  engine.exec.run(container, { cmd: command }).then(({ stdout }) => stdout.toString());
