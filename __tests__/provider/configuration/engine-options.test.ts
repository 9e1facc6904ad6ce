import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { engineOptions } from "../../../provider/configuration/engine-options";

const here = mkdtempSync(join(tmpdir(), "t-configuration-"));
const local = "unix:///var/run/docker.sock";
const remote = "tcp://engine.example.com:2376";
afterAll(() => rmSync(here, { recursive: true }));

function file(path: string, content: string): void {
  mkdirSync(dirname(join(here, path)), { recursive: true });
  writeFileSync(join(here, path), content);
}

/** A Docker context in a folder for configuration, as docker keeps it. */
function context(folder: string, name: string, host: string): void {
  const id = createHash("sha256").update(name).digest("hex");
  file(
    `${folder}/contexts/meta/${id}/meta.json`,
    JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }),
  );
  file(`${folder}/contexts/tls/${id}/docker/ca.pem`, `${name}'s`);
}
context("config", "lab", remote);
context("home/.docker", "old", "tcp://old.example.com");
file(`config/contexts/meta/${createHash("sha256").update("cut").digest("hex")}/meta.json`, '{"Name":');
file("certificates/ca.pem", "a folder's");
file("others/ca.pem", "another folder's");

type Block = Parameters<typeof engineOptions>[0];
type Result = ReturnType<typeof engineOptions>;

const rows: readonly {
  readonly what: string;
  readonly block?: Partial<Block>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly gives: Result;
}[] = [
  { what: "nothing said: the local socket", gives: { url: local } },
  { what: "a host", block: { host: remote }, gives: { url: remote } },
  { what: "DOCKER_HOST", environment: { DOCKER_HOST: remote }, gives: { url: remote } },
  {
    what: "a host goes before DOCKER_HOST",
    block: { host: local },
    environment: { DOCKER_HOST: remote },
    gives: { url: local },
  },
  { what: "an empty DOCKER_HOST is none", environment: { DOCKER_HOST: "" }, gives: { url: local } },

  { what: "a context", block: { context: "lab" }, gives: { url: remote, tls: { ca: "lab's" } } },
  {
    what: "a context goes before a host",
    block: { context: "lab", host: local },
    gives: { url: remote, tls: { ca: "lab's" } },
  },
  { what: "an empty context is none", block: { context: "", host: remote }, gives: { url: remote } },
  { what: "the context `default` is none", block: { context: "default" }, gives: { url: local } },
  {
    what: "a context of the home folder, where DOCKER_CONFIG names another one",
    block: { context: "old" },
    gives: { url: "tcp://old.example.com", tls: { ca: "old's" } },
  },
  { what: "DOCKER_CONTEXT", environment: { DOCKER_CONTEXT: "lab" }, gives: { url: remote, tls: { ca: "lab's" } } },
  {
    what: "DOCKER_HOST goes before DOCKER_CONTEXT, as it does for docker",
    environment: { DOCKER_CONTEXT: "lab", DOCKER_HOST: local },
    gives: { url: local },
  },
  {
    what: "a host goes before DOCKER_CONTEXT",
    block: { host: local },
    environment: { DOCKER_CONTEXT: "lab" },
    gives: { url: local },
  },
  {
    what: "an empty context forgoes DOCKER_CONTEXT",
    block: { context: "" },
    environment: { DOCKER_CONTEXT: "lab" },
    gives: { url: local },
  },

  {
    what: "certificates of a folder",
    block: { host: remote, cert_path: join(here, "certificates") },
    gives: { url: remote, tls: { ca: "a folder's" } },
  },
  {
    what: "certificates of DOCKER_CERT_PATH, with or without DOCKER_TLS_VERIFY",
    environment: { DOCKER_HOST: remote, DOCKER_CERT_PATH: join(here, "certificates") },
    gives: { url: remote, tls: { ca: "a folder's" } },
  },
  {
    what: "DOCKER_CERT_PATH says nothing of a socket",
    environment: { DOCKER_CERT_PATH: join(here, "absent") },
    gives: { url: local },
  },
  {
    what: "a folder goes before DOCKER_CERT_PATH",
    block: { host: remote, cert_path: join(here, "others") },
    environment: { DOCKER_CERT_PATH: join(here, "certificates") },
    gives: { url: remote, tls: { ca: "another folder's" } },
  },
  {
    what: "an empty folder forgoes DOCKER_CERT_PATH",
    block: { host: remote, cert_path: "" },
    environment: { DOCKER_CERT_PATH: join(here, "certificates") },
    gives: { url: remote },
  },
  {
    what: "certificates in the block",
    block: { host: remote, ca_material: "a", cert_material: "c", key_material: "k" },
    gives: { url: remote, tls: { ca: "a", cert: "c", key: "k" } },
  },
  {
    what: "certificates of the environment",
    environment: { DOCKER_CA_MATERIAL: "a", DOCKER_CERT_MATERIAL: "c", DOCKER_KEY_MATERIAL: "k", DOCKER_HOST: remote },
    gives: { url: remote, tls: { ca: "a", cert: "c", key: "k" } },
  },
  {
    what: "an authority alone is checked against",
    block: { host: remote, ca_material: "a" },
    gives: { url: remote, tls: { ca: "a" } },
  },
  {
    what: "a folder goes before an authority alone",
    block: { host: remote, ca_material: "a", cert_path: join(here, "certificates") },
    gives: { url: remote, tls: { ca: "a folder's" } },
  },
  {
    what: "empty certificates are none",
    block: { host: remote, ca_material: "", cert_material: "", key_material: "", cert_path: "" },
    gives: { url: remote },
  },
  {
    what: "empty certificates stand beside a folder",
    block: { host: remote, cert_material: "", key_material: "", cert_path: join(here, "certificates") },
    gives: { url: remote, tls: { ca: "a folder's" } },
  },

  { what: "arguments of ssh", block: { ssh_opts: ["-p", "22"] }, gives: { url: local, sshOptions: ["-p", "22"] } },
  {
    what: "arguments of DOCKER_SSH_OPTS",
    environment: { DOCKER_SSH_OPTS: " -p 22  -v " },
    gives: { url: local, sshOptions: ["-p", "22", "-v"] },
  },
  {
    what: "arguments of ssh go before DOCKER_SSH_OPTS",
    block: { ssh_opts: ["-v"] },
    environment: { DOCKER_SSH_OPTS: "-p 22" },
    gives: { url: local, sshOptions: ["-v"] },
  },
];

const optionsOf = (block: Partial<Block> = {}, environment: Readonly<Record<string, string>> = {}) =>
  engineOptions({ registry_auth: [], ...block } as unknown as Block, {
    HOME: join(here, "home"),
    DOCKER_CONFIG: join(here, "config"),
    ...environment,
  });

test.each(rows)("$what", ({ block, environment, gives }) => {
  expect(optionsOf(block, environment)).toEqual(gives);
});

test.each([
  { block: { context: "absent" }, path: "context", says: 'no Docker context named "absent"' },
  { block: { context: "cut" }, path: "context", says: 'the Docker context "cut" names no engine' },
  { block: { cert_material: "c" }, path: "cert_material", says: "cert_material without key_material" },
  { block: { key_material: "k" }, path: "key_material", says: "key_material without cert_material" },
  {
    block: { cert_material: "c", key_material: "k", cert_path: "/certificates" },
    path: "cert_path",
    says: "cert_path conflicts with cert_material and key_material",
  },
  { block: { cert_path: "/absent" }, path: "cert_path", says: "no TLS material in /absent" },
])("$says: an error", ({ block, path, says }) => {
  expect(() => optionsOf(block)).toThrow(
    expect.objectContaining({ diagnostics: [expect.objectContaining({ summary: says, path: [path] })] }),
  );
});
