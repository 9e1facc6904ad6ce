import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { theirTypes } from "../../provider/interface/theirs";
import { buildDockerProvider, type Outcome, type Terraform, terraformWith } from "./harness";
import { keptIn, spellingsOf } from "./kept";
import { type RegistryProcess, startRegistry, user } from "./resources/image/registry-process";
import { Scene } from "./resources/image/scene";

// Every way in which the provider block knows a registry's user, each a provider of its own that asks for one image.
jest.setTimeout(120_000);

const provider = buildDockerProvider();
let scene: Scene;
let locked: RegistryProcess;
let open: RegistryProcess;
let terraform: Terraform;
/** A folder for Docker's configuration, empty. */
let nothing: string;
/** Path of a Docker configuration file that has the user of the locked registry. */
let file: string;

beforeAll(async () => {
  scene = new Scene();
  [locked, open] = await Promise.all([startRegistry({ password: true }), startRegistry()]);
  nothing = mkdtempSync(join(tmpdir(), "t-registry-auth-"));
  file = join(nothing, "other.json");
  writeFileSync(file, content());
  terraform = await terraformWith(provider, "");
  for (const { address } of [locked, open]) {
    await scene.load(imageOf(address));
    await scene.engine.images.push(imageOf(address), { auth: user });
  }
});
afterAll(async () => {
  await scene.close();
  await Promise.all([locked.stop(), open.stop()]);
  rmSync(nothing, { recursive: true });
  terraform.remove();
  provider.remove();
});

const imageOf = (address: string) => `${address}/${scene.name("app")}:1`;
const content = () => {
  const auth = Buffer.from(`${user.username}:${user.password}`).toString("base64");
  return JSON.stringify({ auths: { [locked.address]: { auth } } });
};

type Block = Readonly<Record<string, string | boolean>>;

interface Row {
  readonly name: string;
  readonly blocks: () => readonly Block[];
  /** @default - the locked one */
  readonly registry?: () => RegistryProcess;
}

const address = () => locked.address;
const other: Block = { address: "registry.example.com", username: "somebody", password: "else" };

const rows: readonly Row[] = [
  { name: "a user and a password", blocks: () => [{ address: address(), ...user }] },
  { name: "a user, where the address says http", blocks: () => [{ address: `http://${address()}`, ...user }] },
  { name: "a configuration file", blocks: () => [{ address: address(), config_file: file }] },
  {
    name: "a configuration file's content, which goes before a file",
    blocks: () => [{ address: address(), config_file_content: content(), config_file: "/absent" }],
  },
  {
    name: "empty texts beside a content",
    blocks: () => [{ address: address(), username: "", password: "", config_file: "", config_file_content: content() }],
  },
  {
    name: "a user, before a content that has another one",
    blocks: () => [{ address: address(), ...user, config_file_content: '{"auths":{}}' }],
  },
  { name: "one block of several", blocks: () => [other, { address: address(), ...user }] },
  {
    name: "no user, which a registry that asks for none does not need",
    blocks: () => [{ address: open.address, auth_disabled: true }],
    registry: () => open,
  },
];

const refused: readonly Row[] = [
  { name: "a user that is not asked with", blocks: () => [{ address: address(), ...user, auth_disabled: true }] },
  { name: "a wrong password", blocks: () => [{ address: address(), username: user.username, password: "guess" }] },
  { name: "a user of another registry", blocks: () => [other] },
  { name: "a content without the registry", blocks: () => [{ address: address(), config_file_content: "{}" }] },
];

/** A provider for each row, and what it finds under the image's name. */
async function applied(all: readonly Row[]): Promise<Outcome> {
  const providers = all.map(({ blocks }, i) => ({ alias: `row${i}`, registry_auth: blocks() }));
  const data = Object.fromEntries(
    all.map(({ registry = () => locked }, i) => [
      `row${i}`,
      { provider: `docker.row${i}`, name: imageOf(registry().address), insecure_skip_verify: true },
    ]),
  );
  const json = { provider: { docker: providers }, data: { docker_registry_image: data } };
  writeFileSync(join(terraform.folder, "registries.tf.json"), JSON.stringify(json));
  Object.assign(terraform.env, { DOCKER_CONFIG: nothing });
  return terraform.apply();
}

test("every way of naming a registry's user lets the registry tell of its image", async () => {
  const { errors } = await applied(rows);
  expect(errors.map(({ address = "" }) => rows[Number(address.replace(/\D/g, ""))]?.name)).toEqual([]);
  const found = terraform.state().map(({ values }) => values["sha256_digest"]);
  expect(found).toEqual(rows.map(() => expect.stringMatching(/^sha256:/)));
});

test("the variables of the environment stand in for a user that a block does not name", async () => {
  Object.assign(terraform.env, { DOCKER_REGISTRY_USER: user.username, DOCKER_REGISTRY_PASS: user.password });
  const { errors } = await applied([{ name: "an address alone", blocks: () => [{ address: address() }] }]);
  for (const name of ["DOCKER_REGISTRY_USER", "DOCKER_REGISTRY_PASS"]) delete terraform.env[name];
  expect(errors).toEqual([]);
});

test("whoever has no user or a wrong one is refused, and no password is told", async () => {
  const { errors } = await applied(refused);
  const names = errors.map(({ address = "" }) => refused[Number(address.replace(/\D/g, ""))]?.name);
  expect(names.sort()).toEqual(refused.map(({ name }) => name).sort());
  expect(errors.map(({ summary, detail }) => summary + detail).join()).not.toContain("guess");
});

test("a password that is an ephemeral variable's opens the registry, and is in no plan and no state", async () => {
  const block = { address: locked.address, username: user.username, password: "${var.password}" };
  const json = {
    variable: { password: { type: "string", ephemeral: true } },
    provider: { docker: [{ registry_auth: [block] }] },
    data: { docker_registry_image: { own: { name: imageOf(locked.address), insecure_skip_verify: true } } },
  };
  writeFileSync(join(terraform.folder, "registries.tf.json"), JSON.stringify(json));
  terraform.env["TF_VAR_password"] = user.password;
  expect((await terraform.run("plan")).errors).toEqual([]);
  expect((await terraform.start("apply", "plan").ended).code).toBe(0);
  expect(terraform.state()).toMatchObject([{ values: { sha256_digest: expect.stringMatching(/^sha256:/) } }]);
  const kept = [...keptIn(terraform.folder)].filter(([, content]) =>
    spellingsOf(user.password).some((spelling) => content.includes(spelling)),
  );
  expect(kept.map(([path]) => path)).toEqual([]);
});

test("an empty address is refused before anything is asked", async () => {
  const { errors } = await applied([{ name: "nowhere", blocks: () => [{ address: "" }] }]);
  expect(errors).toMatchObject([{ detail: expect.stringContaining('"" is no address of a registry') }]);
});

test("every argument that is about registries has a row", () => {
  const covered = new Set(rows.flatMap(({ blocks }) => blocks().flatMap(Object.keys)));
  const theirs = [...theirTypes().get("provider")!.paths.keys()].flatMap(
    (path) => path.split("registry_auth.")[1] ?? [],
  );
  expect(theirs.filter((name) => !covered.has(name))).toEqual([]);
});
