import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { registryCredentials } from "../../../provider/configuration/registry-credentials";

let folder: string;
let user: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "t-image-credentials-"));
  user = { DOCKER_CONFIG: folder };
  config("config.json", "user's");
});
afterEach(() => rmSync(folder, { recursive: true }));

const content = (username: string) =>
  JSON.stringify({ auths: { "r:1": { auth: Buffer.from(`${username}:p`).toString("base64") } } });
const config = (name: string, username: string): string => {
  writeFileSync(join(folder, name), content(username));
  return join(folder, name);
};

type Entry = Exclude<Parameters<typeof registryCredentials>[0], symbol>[number];
const entry = (more: Partial<Entry>): Entry => ({ address: "r:1", ...more }) as Entry;

const rows: { what: string; entries: () => Entry[]; environment?: Record<string, string>; found: unknown }[] = [
  { what: "the user's own where nothing is said", entries: () => [], found: "user's" },
  {
    what: "the user's own where another registry is named",
    entries: () => [entry({ address: "q:1", username: "u" })],
    found: "user's",
  },
  { what: "user name and password", entries: () => [entry({ username: "u", password: "p" })], found: "u" },
  { what: "of an address with scheme", entries: () => [entry({ address: "https://r:1/", username: "u" })], found: "u" },
  {
    what: "of the environment",
    entries: () => [entry({})],
    environment: { DOCKER_REGISTRY_USER: "env", DOCKER_REGISTRY_PASS: "p" },
    found: "env",
  },
  {
    what: "not of the environment where no registry is named",
    entries: () => [],
    environment: { DOCKER_REGISTRY_USER: "env" },
    found: "user's",
  },
  { what: "of a file", entries: () => [entry({ config_file: config("other.json", "file's") })], found: "file's" },
  {
    what: "of a content, before a file",
    entries: () => [entry({ config_file: "/absent", config_file_content: content("content's") })],
    found: "content's",
  },
  { what: "the user's own where a registry is named and nothing else", entries: () => [entry({})], found: "user's" },
  {
    what: "none where they are disabled",
    entries: () => [entry({ auth_disabled: true, username: "u" })],
    found: undefined,
  },
];
test.each(rows)("$what", async ({ entries, environment, found }) => {
  const credentials = registryCredentials(entries(), { ...user, ...environment });
  expect((await credentials.for("r:1/app:1"))?.username).toBe(found);
});

test("they say which registry they are for, as the engine calls it", async () => {
  const hub = registryCredentials([entry({ address: "registry-1.docker.io", username: "u", password: "p" })], user);
  expect(await hub.for("alpine")).toEqual({
    username: "u",
    password: "p",
    serveraddress: "https://index.docker.io/v1/",
  });
});

test("what is no reference has none", async () => {
  expect(await registryCredentials([], user).for("")).toBeUndefined();
});

test("a helper is asked once for all, and again after it failed", async () => {
  const count = join(folder, "count");
  const program = join(folder, "docker-credential-counting");
  writeFileSync(
    program,
    `#!/bin/sh\necho x >> ${count}\n[ -e ${folder}/broken ] && exit 9\nprintf '{"Username":"u","Secret":"%s"}' $(wc -l < ${count})\n`,
  );
  chmodSync(program, 0o755);
  const asked = registryCredentials([entry({ config_file_content: '{"credsStore":"counting"}' })], {
    ...user,
    PATH: `${folder}:${process.env["PATH"]}`,
  });
  writeFileSync(join(folder, "broken"), "");
  await expect(asked.for("r:1/a")).rejects.toMatchObject({
    diagnostics: [{ path: ["registry_auth"], summary: "no credentials for the registry r:1" }],
  });
  rmSync(join(folder, "broken"));
  const found = await Promise.all([asked.for("r:1/a"), asked.for("r:1/b:2")]);
  expect(found.map((each) => each?.password)).toEqual(["2", "2"]);
});

test("a file that the block names must be there; the user's own need not be", async () => {
  const named = registryCredentials([entry({ config_file: "/absent/config.json" })], user);
  await expect(named.for("r:1/a")).rejects.toMatchObject({
    diagnostics: [{ path: ["registry_auth"], detail: expect.stringContaining("/absent/config.json") }],
  });
  expect(await registryCredentials([], { DOCKER_CONFIG: "/absent" }).for("r:1/a")).toBeUndefined();
  writeFileSync(join(folder, "config.json"), "no json");
  expect(await registryCredentials([], user).for("r:1/a")).toBeUndefined();
});

test("a registry whose address says http speaks no TLS", () => {
  const { isPlain } = registryCredentials([entry({ address: "http://r:1" }), entry({ address: "q:1" })], user);
  expect(["r:1/a", "q:1/a", "s:1/a", ""].map((reference) => isPlain?.(reference))).toEqual([true, false, false, false]);
});
