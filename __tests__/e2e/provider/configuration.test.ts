import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { theirTypes } from "../../provider/interface/theirs";
import { openEngine } from "../engine/host-image";
import { Sshd } from "../engine/sshd";
import { TlsEngine } from "../engine/tls-engine";
import { buildDockerProvider, type Terraform, terraformWith } from "./harness";

// Every way in which the provider block names an engine, each with a real server at the other end.
jest.setTimeout(120_000);

const provider = buildDockerProvider();
const prefix = `t-configuration-${randomBytes(4).toString("hex")}`;
let engine: Engine;
let terraform: Terraform;
let tls: TlsEngine;
let sshd: Sshd;
/** Docker's own folder for configuration, with a context. */
let dockerConfig: string;
/** TLS material under Docker's names for it. */
let certificates: string;

beforeAll(async () => {
  engine = openEngine();
  terraform = await terraformWith(provider, "");
  [tls, sshd] = await Promise.all([TlsEngine.start(), Sshd.start()]);
  sshd.dockerIs(`exec ${execFileSync("sh", ["-c", "command -v docker"]).toString().trim()} "$@"`);
  certificates = mkdtempSync(join(tmpdir(), "t-certificates-"));
  layCertificates(certificates);
  dockerConfig = mkdtempSync(join(tmpdir(), "t-docker-config-"));
  layContext("lab", `tcp://localhost:${tls.port}`);
});

afterEach(async () => {
  for (const name of Object.keys(terraform.env)) delete terraform.env[name];
  await engine.volumes.tryRemove(prefix);
});

afterAll(() => {
  sshd.stop();
  tls.stop();
  engine.close();
  terraform.remove();
  provider.remove();
  for (const folder of [dockerConfig, certificates]) rmSync(folder, { recursive: true });
});

function layCertificates(folder: string): void {
  const files = { "ca.pem": "authority.pem", "cert.pem": "client.pem", "key.pem": "client.key" };
  for (const [name, source] of Object.entries(files)) copyFileSync(join(tls.directory, source), join(folder, name));
}

/** As `docker context create NAME --docker host=…,ca=…,cert=…,key=…` does it. */
function layContext(name: string, host: string): void {
  const id = createHash("sha256").update(name).digest("hex");
  const [meta, material] = [`contexts/meta/${id}`, `contexts/tls/${id}/docker`].map((path) => join(dockerConfig, path));
  for (const folder of [meta!, material!]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(meta!, "meta.json"), JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }));
  layCertificates(material!);
}

type Block = Readonly<Record<string, string | boolean | readonly string[]>>;

interface Way {
  readonly name: string;
  /** What stands in the provider block. */
  readonly block: () => Block;
  readonly env?: () => Record<string, string>;
}

/** A volume on the engine that is named in this way. */
function declare({ block, env }: Pick<Way, "block" | "env">, volume: Readonly<Record<string, string>> = {}): void {
  Object.assign(terraform.env, env?.());
  const json = { provider: { docker: block() }, resource: { docker_volume: { v: { name: prefix, ...volume } } } };
  writeFileSync(join(terraform.folder, "engine.tf.json"), JSON.stringify(json));
}

const socket = "unix:///var/run/docker.sock";
const nowhere = "tcp://127.0.0.1:1";
const withTls = () => ({ host: `tcp://localhost:${tls.port}` });
const material = () => {
  const { ca, cert, key } = tls.client();
  return { ca: String(ca), cert: String(cert), key: String(key) };
};

const ways: readonly Way[] = [
  { name: "nothing said", block: () => ({}) },
  { name: "a socket", block: () => ({ host: socket, disable_docker_daemon_check: true }) },
  { name: "DOCKER_HOST", block: () => ({}), env: () => ({ DOCKER_HOST: socket }) },
  {
    name: "TLS, its material in the block",
    block: () => {
      const { ca, cert, key } = material();
      return { ...withTls(), ca_material: ca, cert_material: cert, key_material: key };
    },
  },
  {
    name: "TLS, its material in the environment",
    block: withTls,
    env: () => {
      const { ca, cert, key } = material();
      return { DOCKER_CA_MATERIAL: ca, DOCKER_CERT_MATERIAL: cert, DOCKER_KEY_MATERIAL: key };
    },
  },
  {
    name: "TLS, its material in a folder beside empty texts",
    block: () => ({ ...withTls(), cert_path: certificates, ca_material: "", cert_material: "", key_material: "" }),
  },
  {
    name: "TLS, all of it in the environment",
    block: () => ({}),
    env: () => ({
      DOCKER_HOST: `tcp://localhost:${tls.port}`,
      DOCKER_TLS_VERIFY: "1",
      DOCKER_CERT_PATH: certificates,
    }),
  },
  { name: "TLS by DOCKER_CERT_PATH alone", block: withTls, env: () => ({ DOCKER_CERT_PATH: certificates }) },
  {
    name: "a Docker context with TLS, which goes before a host",
    block: () => ({ context: "lab", host: nowhere }),
    env: () => ({ DOCKER_CONFIG: dockerConfig }),
  },
  {
    name: "DOCKER_CONTEXT",
    block: () => ({}),
    env: () => ({ DOCKER_CONFIG: dockerConfig, DOCKER_CONTEXT: "lab" }),
  },
  { name: "ssh with options", block: () => ({ host: sshd.url, ssh_opts: sshd.options() }) },
  {
    name: "ssh with the options of DOCKER_SSH_OPTS",
    block: () => ({ host: sshd.url }),
    env: () => ({ DOCKER_SSH_OPTS: sshd.options().join(" ") }),
  },
];

test.each(ways)("$name: an object is made, found unchanged and removed there", async ({ block, env }) => {
  declare({ block, env });
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 1 } });
  expect(await engine.volumes.tryInspect(prefix)).toBeDefined();
  expect(await terraform.plan()).toMatchObject([{ actions: ["no-op"] }]);
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [], changes: { remove: 1 } });
  expect(await engine.volumes.tryInspect(prefix)).toBeUndefined();
});

test("one provider serves several engines: what an object's own `engine` says goes before the block", async () => {
  declare({ block: () => ({ host: nowhere, ssh_opts: sshd.options() }) }, { engine: sshd.url });
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 1 } });
  expect(await engine.volumes.tryInspect(prefix)).toBeDefined();
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [], changes: { remove: 1 } });
});

const wrong: readonly (Way & { readonly says: RegExp })[] = [
  {
    name: "a context that does not exist",
    block: () => ({ context: "gone" }),
    says: /no Docker context named "gone"/,
    env: () => ({ DOCKER_CONFIG: dockerConfig }),
  },
  {
    name: "a folder without TLS material",
    block: () => ({ ...withTls(), cert_path: "/tmp" }),
    says: /no TLS material in \/tmp/,
  },
  {
    name: "a certificate without its key",
    block: () => ({ cert_material: "x" }),
    says: /cert_material without key_material/,
  },
  {
    name: "an engine whose certificate nobody vouches for",
    block: () => {
      const { cert, key } = material();
      return { ...withTls(), cert_material: cert, key_material: key };
    },
    says: /is not trusted|certificate/,
  },
  {
    name: "an ssh that does not know the host",
    block: () => ({ host: sshd.url, ssh_opts: sshd.options({ known: "strangers" }) }),
    says: /host key/i,
  },
];

test.each(wrong)("$name is one error, and nothing is made", async ({ block, says, env }) => {
  declare({ block, env });
  const { code, errors } = await terraform.apply();
  expect([code, errors.length]).toEqual([1, 1]);
  expect(`${errors[0]?.summary}\n${errors[0]?.detail}`).toMatch(says);
  expect(await engine.volumes.tryInspect(prefix)).toBeUndefined();
});

test("a host that is made by the same apply is planned before it is known, and a refresh that needs it says what to do", async () => {
  const declareMade = (host: string) => {
    const json = {
      provider: { docker: { host: "${terraform_data.host.output}" } },
      resource: { terraform_data: { host: { input: host } }, docker_volume: { v: { name: prefix } } },
    };
    writeFileSync(join(terraform.folder, "engine.tf.json"), JSON.stringify(json));
  };
  declareMade("unix:///var/run/docker.sock");
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [] });
  expect(await terraform.changes()).toEqual([]);
  declareMade("unix:///run/docker.sock");
  expect(await terraform.apply()).toMatchObject({
    code: 1,
    errors: [
      {
        summary: "how the engine is reached is not known before apply",
        detail: expect.stringContaining("the provider block has `host` from what is not made yet"),
      },
    ],
  });
  expect(await terraform.apply("-target=terraform_data.host")).toMatchObject({ code: 0 });
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [] });
});

/** `registry-auth.test.ts` has what is about registries. */
test("every argument of the provider block that is about engines has a way of its own", () => {
  const covered = new Set(ways.flatMap(({ block }) => Object.keys(block())));
  const theirs = [...theirTypes().get("provider")!.paths.keys()].filter((path) => !path.startsWith("registry_auth"));
  expect(theirs.filter((path) => !covered.has(path))).toEqual([]);
});
