import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../provider/engine";
import { openEngine } from "./engine/host-image";
import { Sshd } from "./engine/sshd";
import { TlsEngine } from "./engine/tls-engine";
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

const list = (texts: readonly string[]) => `[${texts.map((text) => JSON.stringify(text)).join(", ")}]`;

interface Way {
  readonly name: string;
  /** What stands in the provider block. */
  readonly block: () => string;
  readonly env?: () => Record<string, string>;
}

/** A volume on the engine that is named in this way. */
function declare({ block, env }: Pick<Way, "block" | "env">): void {
  Object.assign(terraform.env, env?.());
  terraform.write(`
    provider "docker" {
      ${block()}
    }
    resource "docker_volume" "v" {
      name = "${prefix}"
    }`);
}

const ways: readonly Way[] = [
  { name: "nothing said", block: () => "" },
  { name: "a socket", block: () => 'host = "unix:///var/run/docker.sock"' },
  { name: "DOCKER_HOST", block: () => "", env: () => ({ DOCKER_HOST: "unix:///var/run/docker.sock" }) },
  {
    name: "TLS, its material in the block",
    block: () => {
      const { ca, cert, key } = tls.client();
      return `
        host          = "tcp://localhost:${tls.port}"
        ca_material   = ${JSON.stringify(ca)}
        cert_material = ${JSON.stringify(cert)}
        key_material  = ${JSON.stringify(key)}`;
    },
  },
  {
    name: "TLS, its material in a folder",
    block: () => `
      host      = "tcp://localhost:${tls.port}"
      cert_path = ${JSON.stringify(certificates)}`,
  },
  {
    name: "TLS, all of it in the environment",
    block: () => "",
    env: () => ({
      DOCKER_HOST: `tcp://localhost:${tls.port}`,
      DOCKER_TLS_VERIFY: "1",
      DOCKER_CERT_PATH: certificates,
    }),
  },
  {
    name: "a Docker context with TLS",
    block: () => 'context = "lab"',
    env: () => ({ DOCKER_CONFIG: dockerConfig }),
  },
  {
    name: "ssh with options",
    block: () => `
      host     = "${sshd.url}"
      ssh_opts = ${list(sshd.options())}`,
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
  terraform.write(`
    provider "docker" {
      host     = "tcp://127.0.0.1:1"
      ssh_opts = ${list(sshd.options())}
    }
    resource "docker_volume" "v" {
      name   = "${prefix}"
      engine = "${sshd.url}"
    }`);
  expect(await terraform.apply()).toMatchObject({ code: 0, errors: [], changes: { add: 1 } });
  expect(await engine.volumes.tryInspect(prefix)).toBeDefined();
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [], changes: { remove: 1 } });
});

const wrong: readonly (Way & { readonly says: RegExp })[] = [
  {
    name: "a context that does not exist",
    block: () => 'context = "gone"',
    says: /no Docker context named "gone"/,
    env: () => ({ DOCKER_CONFIG: dockerConfig }),
  },
  {
    name: "a folder without TLS material",
    block: () => `
      host      = "tcp://localhost:${tls.port}"
      cert_path = "/tmp"`,
    says: /no TLS material in \/tmp/,
  },
  {
    name: "a certificate without its key",
    block: () => 'cert_material = "x"',
    says: /cert_material without key_material/,
  },
  {
    name: "an engine whose certificate nobody vouches for",
    block: () => {
      const { cert, key } = tls.client();
      return `
        host          = "tcp://localhost:${tls.port}"
        cert_material = ${JSON.stringify(cert)}
        key_material  = ${JSON.stringify(key)}`;
    },
    says: /is not trusted|certificate/,
  },
  {
    name: "an ssh that does not know the host",
    block: () => `
      host     = "${sshd.url}"
      ssh_opts = ${list(sshd.options({ known: "strangers" }))}`,
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
