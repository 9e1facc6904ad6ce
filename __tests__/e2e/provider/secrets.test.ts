import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fn, TerraformStack } from "cdktf";
import { DockerConfig } from "../../../constructs/bindings/docker-config";
import { DockerContainer } from "../../../constructs/bindings/docker-container";
import { DockerSecret } from "../../../constructs/bindings/docker-secret";
import { ComposeProject } from "../../../constructs/compose/compose-project";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { EphemeralVariable } from "../../../constructs/ephemeral-variable";
import { Deployment } from "../swarm/deployment";
import { outcomeOf } from "./harness";
import { keptIn, spellingsOf } from "./kept";
import { ContainerScene } from "./resources/container/scene";
import { Farm, type FarmNode } from "./resources/swarm/farm";

jest.setTimeout(300_000);

const secrets = ["first-hunter2-of-all", "second-hunter2-of-all"] as const;
let lab: Deployment;
let scene: ContainerScene;
let farm: Farm;
let node: FarmNode;

beforeAll(async () => {
  farm = new Farm();
  [lab, scene] = await Promise.all([Deployment.open(), ContainerScene.open(), farm.open()]);
  node = await farm.node(1);
  await node.engine.swarm.init({ ListenAddr: "0.0.0.0:2377", AdvertiseAddr: node.address });
}, 120_000);
afterAll(async () => {
  // Terraform has to be told of each ephemeral variable, also where all is removed.
  await lab?.terraform.destroy();
  await Promise.all([scene?.close(), farm?.close()]);
  await lab?.close();
});

/** One has an `upload` beside it, the other one none. */
const [file, copy] = ["/run/own/password", "/run/own/copy"];

/** Everything that can be given a secret, at a version of it. */
function declare(version: number): void {
  const compose = join(lab.terraform.folder, "compose");
  mkdirSync(compose, { recursive: true });
  writeFileSync(
    join(compose, "compose.yml"),
    `services: {web: {image: "${scene.image}:latest", pull_policy: never, secrets: [password]}}
secrets: {password: {environment: PASSWORD}}
`,
  );
  lab.write((scope) => {
    const stack = new TerraformStack(scope, lab.prefix);
    new DockerEngine(stack, "docker");
    const password = new EphemeralVariable(stack, "password").stringValue;
    const given = { dataWo: Fn.base64encode(password), dataWoVersion: version, engine: node.url };
    new DockerSecret(stack, "secret", { name: `secret-${version}`, ...given });
    new DockerConfig(stack, "config", { name: `config-${version}`, ...given });
    new DockerContainer(stack, "container", {
      name: `${scene.prefix}-given`,
      image: `${scene.image}:latest`,
      env: ["OTHER=thing"],
      envWo: { PASSWORD: password },
      envWoVersion: version,
      upload: [{ file, permissions: "0400" }],
      uploadContentWo: { [file]: password, [copy]: password },
      uploadContentWoVersion: version,
    });
    const props = {
      file: join(compose, "compose.yml"),
      name: lab.prefix,
      variables: { PASSWORD: password },
      secrets: "write-only",
      secretVersions: { password: version },
    } as const;
    ComposeStack.fromFile(stack, "stack", {
      ...props,
      engine: node.url,
      converge: false,
      services: { web: { replicas: 0 } },
    });
    ComposeProject.fromFile(stack, "project", { ...props, name: `${scene.prefix}-project` });
    return stack;
  });
}

/** Plans and applies with a secret, all logged; everything that was printed. */
async function applied(secret: string): Promise<string> {
  Object.assign(lab.terraform.env, { TF_VAR_password: secret, TF_LOG: "trace" });
  const planned = await lab.terraform.start("plan").ended;
  expect({ ...planned, stderr: "" }).toMatchObject({ code: 0 });
  const { code, stdout, stderr } = await lab.terraform.start("apply", "plan").ended;
  expect({ code, errors: outcomeOf({ code, signal: undefined, stdout, stderr: "" }).errors }).toEqual({
    code: 0,
    errors: [],
  });
  delete lab.terraform.env["TF_LOG"];
  return planned.stdout + planned.stderr + stdout + stderr;
}

/** Where one of the secrets is found. */
function findings(printed: string): string[] {
  const kept = new Map([...keptIn(lab.terraform.folder), ["(printed and logged)", Buffer.from(printed)]]);
  const spellings = secrets.flatMap(spellingsOf);
  return [...kept].flatMap(([path, content]) => (spellings.some((each) => content.includes(each)) ? [path] : []));
}

/** What arrived where it was to. */
async function arrived(version: number) {
  const { engine } = scene;
  const { Config } = await engine.containers.inspect(`${scene.prefix}-given`);
  const [config] = await node.engine.configs.list({ filters: { name: [`config-${version}`] } });
  const swarmSecrets = await node.engine.secrets.list();
  const read = async (name: string, file: string) => (await engine.exec.run(name, { cmd: ["cat", file] })).output;
  return {
    variables: (Config.Env ?? []).filter((variable) => /^(PASSWORD|OTHER)=/.test(variable)).sort(),
    files: await Promise.all([file, copy].map((each) => read(`${scene.prefix}-given`, each))),
    project: await read(`${scene.prefix}-project-web-1`, "/run/secrets/password"),
    config: Buffer.from(config!.Spec.Data ?? "", "base64").toString(),
    secrets: swarmSecrets.map(({ Spec }) => Spec.Name).sort(),
  };
}

const everything = (secret: string, version: number) => ({
  variables: ["OTHER=thing", `PASSWORD=${secret}`],
  files: [secret, secret],
  project: secret,
  config: secret,
  secrets: [`secret-${version}`, `${lab.prefix}_password-v${version}`],
});

test("secrets arrive, and are in no cdk.tf.json, plan, state, journal or log", async () => {
  declare(1);
  const printed = await applied(secrets[0]);
  expect(await arrived(1)).toEqual(everything(secrets[0], 1));
  expect([...keptIn(lab.terraform.folder).keys()]).toEqual(
    expect.arrayContaining(["cdk.tf.json", "plan", "terraform.tfstate"]),
  );
  expect(findings(printed)).toEqual([]);
});

test("the same again changes nothing, whatever the secret is by now", async () => {
  lab.terraform.env["TF_VAR_password"] = secrets[1];
  expect(await lab.planned()).toEqual([]);
});

test("another version brings the other secret, and leaves nothing of either", async () => {
  declare(2);
  const printed = await applied(secrets[1]);
  expect(await arrived(2)).toEqual(everything(secrets[1], 2));
  expect(findings(printed)).toEqual([]);
});

test("an error that shows what a container printed does not show the secret", async () => {
  lab.write((scope) => {
    const stack = new TerraformStack(scope, lab.prefix);
    new DockerEngine(stack, "docker");
    const password = new EphemeralVariable(stack, "password").stringValue;
    new DockerContainer(stack, "fails", {
      name: `${scene.prefix}-fails`,
      image: `${scene.image}:latest`,
      command: ["sh", "-c", 'echo "no entry with $PASSWORD"; exit 3'],
      envWo: { PASSWORD: password },
      envWoVersion: 1,
    });
    return stack;
  });
  const { errors, text } = await lab.terraform.apply();
  expect(errors).toMatchObject([{ detail: expect.stringContaining("no entry with (write-only)") }]);
  expect(findings(text)).toEqual([]);
});

test("what is found is found: a secret that is no write-only one is in plan and state", async () => {
  lab.write((scope) => {
    const stack = new TerraformStack(scope, lab.prefix);
    new DockerEngine(stack, "docker");
    const data = Buffer.from(secrets[0]).toString("base64");
    new DockerSecret(stack, "secret", { name: "plain", data, engine: node.url });
    return stack;
  });
  const printed = await applied(secrets[0]);
  expect(findings(printed)).toEqual(expect.arrayContaining(["cdk.tf.json", "plan", "terraform.tfstate"]));
});
