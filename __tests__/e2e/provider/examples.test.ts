import { copyFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { addressesIn, contextFolder, examples, type Module, modulesOf, registry } from "./examples";
import {
  buildDockerProvider,
  type Outcome,
  type PlannedChange,
  type Terraform,
  type TestProvider,
  terraformWith,
} from "./harness";
import { type RegistryProcess, startRegistry, user } from "./resources/image/registry-process";
import { pushPlugin } from "./resources/plugin/made-plugin";
import { startTokenRegistry, type TokenRegistry } from "./token-registry";

jest.setTimeout(400_000);
const prefix = newPrefix("examples");
const modules = modulesOf(examples);

let engine: Engine;
let provider: TestProvider;
let terraform: Terraform;
let tokens: TokenRegistry;
let plugins: RegistryProcess;
let applied: Outcome;
let again: readonly PlannedChange[];

/** Modules have names of their own: one init, apply and plan serve all. */
beforeAll(async () => {
  engine = openEngine();
  provider = buildDockerProvider();
  [tokens, plugins] = await Promise.all([startTokenRegistry(), startRegistry()]);
  await pushPlugin(`${plugins.address}/plugin:1`, { hostNetwork: true });
  terraform = await terraformWith(provider, "");
  for (const module of modules) write(module);
  copyFileSync(join(__dirname, "../../../images/swarm-node/entrypoint"), join(terraform.folder, "swarm-node"));
  const calls = modules.map(
    ({ name }) =>
      `module "${name}" {\n  source = "./${name}"\n  mirror = local.mirror\n  tokens = "${tokens.address}"\n  plugins = "${plugins.address}"\n}`,
  );
  terraform.write([providerBlock(), registry(prefix), ...calls].join("\n"));
  await terraform.run("init");
  applied = await terraform.apply();
  again = await terraform.plan();
});

/** For the registry that gives tokens. */
const providerBlock = () =>
  `provider "docker" {\n  registry_auth {\n    address  = "${tokens.address}"\n    username = "${user.username}"\n    password = "${user.password}"\n  }\n}`;

function write({ name, examples }: Module): void {
  const required = `docker = { source = "${provider.manifest.source}" }`;
  const files = {
    "versions.tf": `terraform {\n  required_providers {\n    ${required}\n  }\n}\nvariable "mirror" {}\nvariable "tokens" {}\nvariable "plugins" {}\n`,
    ...Object.fromEntries(examples.map(({ name, asModule }) => [`${name}.tf`, asModule(prefix)])),
  };
  mkdirSync(join(terraform.folder, name));
  cpSync(contextFolder, join(terraform.folder, name, "app"), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(terraform.folder, name, file), text);
}

afterAll(async () => {
  await terraform?.destroy();
  await Promise.all([tokens?.stop(), plugins?.stop()]);
  const left = await objectsNamed(engine, prefix);
  await removeNamed(engine, prefix);
  engine.close();
  terraform?.remove();
  provider?.remove();
  expect(left).toEqual([]);
});

test("the examples of the documentation can be applied as they stand", () => {
  expect(applied.errors).toEqual([]);
  expect(applied.code).toBe(0);
});

test.each(modules.flatMap((module) => module.examples.map((example) => [example.name, module, example] as const)))(
  "planned again, the example of %s changes nothing",
  (_, module, { text }) => {
    const actions = new Map(again.map(({ address, actions }) => [address, actions]));
    const declared = addressesIn(text).map((address) => `module.${module.name}.${address}`);
    // Plans name no data source that they could read.
    const told = declared.map((address) => [address, actions.get(address) ?? (isData(address) ? ["read"] : [])]);
    expect(told).toEqual(declared.map((address) => [address, isData(address) ? ["read"] : ["no-op"]]));
  },
);

const isData = (address: string): boolean => address.includes(".data.");
