import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { TerraformStack, Testing } from "cdktf";
import { buildDockerCompose } from "../../../../commands/test/docker-compose";
import { ComposeProject } from "../../../../constructs/compose/compose-project";
import { DockerEngine } from "../../../../constructs/engine/docker-engine";
import { Engines } from "../../../../engine";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../provider/harness";
import { writeSynthesized } from "../../provider/harness/synthesized";

// What was deployed here is known to the real `docker compose`, which brings it down.
jest.setTimeout(900_000);

const engines = new Engines();
const engine = engines.at();
const name = `t-known-${process.pid}`;
const service = (more: object) => ({ image: "alpine", command: ["sleep", "1d"], stop_grace_period: "1s", ...more });
const file = {
  services: {
    web: service({ scale: 2, networks: ["front"], depends_on: { db: { condition: "service_healthy" } } }),
    db: service({
      networks: ["front"],
      volumes: ["data:/data", "/scratch"],
      healthcheck: { test: ["CMD", "true"], interval: "200ms" },
    }),
    job: service({ command: ["echo", "done"], networks: ["front"] }),
    waits: service({ networks: ["front"], depends_on: { job: { condition: "service_completed_successfully" } } }),
  },
  networks: { front: {} },
  volumes: { data: {} },
};

let provider: TestProvider;
let terraform: Terraform;
let program: string;
beforeAll(async () => {
  program = await buildDockerCompose();
  provider = buildDockerProvider();
  terraform = await terraformWith(provider, "");
  rmSync(join(terraform.folder, "main.tf"));
  writeFileSync(join(terraform.folder, "compose.json"), JSON.stringify(file));
  const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
  const stack = new TerraformStack(app, "st");
  new DockerEngine(stack, "docker");
  ComposeProject.fromFile(stack, "it", { file: join(terraform.folder, "compose.json"), name });
  writeSynthesized(stack, terraform.folder);
  const { code, text } = await terraform.apply();
  if (code !== 0) throw new Error(text);
});
afterAll(async () => {
  await terraform?.destroy();
  terraform?.remove();
  provider?.remove();
  engines.close();
});

/** What it prints of the project, known by its name alone. */
const compose = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(program, ["-p", name, ...args], { cwd: terraform.folder })).stdout;

interface Listed {
  readonly Name: string;
  readonly Service: string;
  readonly State: string;
  readonly Health: string;
  readonly ExitCode: number;
}

const listed = async (...args: string[]): Promise<Listed[]> =>
  (await compose("ps", ...args, "--format", "json"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Listed);

const seen = (all: readonly Listed[]) =>
  all.map(({ Name, Service, State, Health }) => [Name, Service, State, Health]).sort();

const running = [
  [`${name}-db-1`, "db", "running", "healthy"],
  [`${name}-waits-1`, "waits", "running", ""],
  [`${name}-web-1`, "web", "running", ""],
  [`${name}-web-2`, "web", "running", ""],
];

test("`ps` lists every container that runs with its service and its health", async () => {
  expect(seen(await listed())).toEqual(running);
});

test("`ps --all` lists the one that has ended, too", async () => {
  expect(seen(await listed("--all"))).toEqual([
    running[0],
    [`${name}-job-1`, "job", "exited", ""],
    ...running.slice(1),
  ]);
});

test("`ls` knows the project and its file", async () => {
  const projects = JSON.parse(await compose("ls", "--format", "json")) as { Name: string; ConfigFiles: string }[];
  const [found] = projects.filter(({ Name }) => Name === name);
  expect(found).toMatchObject({ Status: "running(4)", ConfigFiles: join(terraform.folder, "compose.json") });
});

test("`logs`, `top` and `exec` reach its containers", async () => {
  expect(await compose("logs", "--no-color", "job")).toContain("done");
  expect(await compose("top", "web")).toContain("sleep 1d");
  expect(await compose("exec", "-T", "--index", "2", "web", "hostname")).not.toBe("");
});

test("`stop` and `start` stop and start it, and the next plan finds it as it was", async () => {
  await compose("stop", "web");
  expect(
    (await listed("--all"))
      .filter(({ State }) => State === "exited")
      .map(({ Service }) => Service)
      .sort(),
  ).toEqual(["job", "web", "web"]);
  await compose("start", "web");
  expect(seen(await listed())).toEqual(running);
  const changes = await terraform.changes();
  expect(changes.map(({ address, actions }) => `${actions.join("+")} ${address}`)).toEqual([]);
});

test("`down --volumes` finds all of it", async () => {
  await compose("down", "--volumes");
  const filters = { label: [`com.docker.compose.project=${name}`] };
  const left = await Promise.all([
    engine.containers.list({ all: true, filters }),
    engine.networks.list({ filters }),
    engine.volumes.list({ filters }),
  ]);
  expect(left.flat()).toEqual([]);
});
