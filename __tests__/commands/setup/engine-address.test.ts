import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseEngine } from "../../../commands/setup/engine-address";

let DOCKER_CONFIG: string;
beforeEach(() => {
  DOCKER_CONFIG = mkdtempSync(join(tmpdir(), "docker-config-"));
});
afterEach(() => rmSync(DOCKER_CONFIG, { recursive: true }));

const id = createHash("sha256").update("far").digest("hex");
const write = (path: string, text: string) => {
  mkdirSync(join(DOCKER_CONFIG, path, ".."), { recursive: true });
  writeFileSync(join(DOCKER_CONFIG, path), text);
};
const addContext = () =>
  write(`contexts/meta/${id}/meta.json`, JSON.stringify({ Endpoints: { docker: { Host: "tcp://far:2376" } } }));

test("nobody names an engine: the local socket, which ./lab may set up", () => {
  expect(chooseEngine({ DOCKER_CONFIG })).toEqual({ url: "unix:///var/run/docker.sock", isDefault: true, env: {} });
});

test("DOCKER_HOST goes before a context", () => {
  addContext();
  const choice = chooseEngine({ DOCKER_CONFIG, DOCKER_HOST: "tcp://near:2375", DOCKER_CONTEXT: "far" });
  expect(choice).toEqual({ url: "tcp://near:2375", tls: undefined, isDefault: false, env: {} });
});

test("DOCKER_TLS_VERIFY takes the certificates of DOCKER_CERT_PATH", () => {
  write("certificates/ca.pem", "CA");
  const env = {
    DOCKER_HOST: "tcp://near:2376",
    DOCKER_TLS_VERIFY: "1",
    DOCKER_CERT_PATH: join(DOCKER_CONFIG, "certificates"),
  };
  expect(chooseEngine({ DOCKER_CONFIG, ...env }).tls).toEqual({ ca: "CA" });
});

test.each([
  { name: "DOCKER_CONTEXT", env: { DOCKER_CONTEXT: "far" }, config: "{}" },
  { name: "`docker context use`", env: {}, config: '{"currentContext":"far"}' },
])("$name names a context, which Terraform's provider is told as DOCKER_HOST", ({ env, config }) => {
  write("config.json", config);
  addContext();
  expect(chooseEngine({ DOCKER_CONFIG, ...env })).toEqual({
    url: "tcp://far:2376",
    tls: undefined,
    isDefault: false,
    env: { DOCKER_HOST: "tcp://far:2376" },
  });
});

test("a context's certificates go with it", () => {
  addContext();
  write(`contexts/tls/${id}/docker/cert.pem`, "CERT");
  const { tls, env } = chooseEngine({ DOCKER_CONFIG, DOCKER_CONTEXT: "far" });
  expect(tls).toEqual({ cert: "CERT" });
  expect(env).toMatchObject({
    DOCKER_TLS_VERIFY: "1",
    DOCKER_CERT_PATH: join(DOCKER_CONFIG, "contexts/tls", id, "docker"),
  });
});

test("a context that does not exist is refused", () => {
  expect(() => chooseEngine({ DOCKER_CONFIG, DOCKER_CONTEXT: "gone" })).toThrow(
    expect.objectContaining({ code: "context-unknown", message: expect.stringContaining("gone") }),
  );
});
