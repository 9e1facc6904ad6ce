import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { type ConfigFile, credentialsIn, parseConfigFile, readConfigFile, userConfigFile } from "../../../registry";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "t-image-config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ask = (config: ConfigFile, host: string) =>
  credentialsIn(config, host, { PATH: `${folder}:${process.env["PATH"]}` });

/** A credential helper that does what the shell script says; `$key` is the registry it is asked for. */
function helper(name: string, script: string): void {
  const file = join(folder, `docker-credential-${name}`);
  writeFileSync(file, `#!/bin/sh\nread -r key || [ -n "$key" ]\n${script}\n`);
  chmodSync(file, 0o755);
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

const rows: { what: string; config: ConfigFile; host: string; found: unknown }[] = [
  {
    what: "user name and password",
    config: { auths: { "r:5000": { auth: base64("u:p") } } },
    host: "r:5000",
    found: { username: "u", password: "p" },
  },
  {
    what: "a password with colons",
    config: { auths: { "r:5000": { auth: base64("u:p:q:") } } },
    host: "r:5000",
    found: { username: "u", password: "p:q:" },
  },
  {
    what: "a NUL behind it",
    config: { auths: { "r:5000": { auth: base64("u:p\0") } } },
    host: "r:5000",
    found: { username: "u", password: "p" },
  },
  {
    what: "in the clear",
    config: { auths: { "r:5000": { username: "u", password: "p" } } },
    host: "r:5000",
    found: { username: "u", password: "p" },
  },
  {
    what: "a token",
    config: { auths: { "r:5000": { auth: base64("00000000-0000-0000-0000-000000000000:"), identitytoken: "t" } } },
    host: "r:5000",
    found: { username: "00000000-0000-0000-0000-000000000000", identitytoken: "t" },
  },
  {
    what: "a key with scheme and path",
    config: { auths: { "https://r:5000/v2/": { auth: base64("u:p") } } },
    host: "r:5000",
    found: { username: "u", password: "p" },
  },
  {
    what: "Docker Hub's key",
    config: { auths: { "https://index.docker.io/v1/": { auth: base64("u:p") } } },
    host: "docker.io",
    found: { username: "u", password: "p" },
  },
  { what: "another registry", config: { auths: { "r:5000": { auth: base64("u:p") } } }, host: "r", found: undefined },
  { what: "an entry without credentials", config: { auths: { "r:5000": {} } }, host: "r:5000", found: undefined },
  { what: "an entry that is null", config: { auths: { "r:5000": null } }, host: "r:5000", found: undefined },
  { what: "no entries", config: {}, host: "r:5000", found: undefined },
];
test.each(rows)("$what", async ({ config, host, found }) => {
  expect(await ask(config, host)).toEqual(found);
});

describe("helpers", () => {
  const answer = `printf '{"ServerURL":"%s","Username":"u","Secret":"of %s"}' "$key" "$key"`;

  test("the store for all is asked by the key that Docker uses", async () => {
    helper("all", answer);
    expect(await ask({ credsStore: "all" }, "docker.io")).toEqual({
      username: "u",
      password: "of https://index.docker.io/v1/",
    });
    expect(await ask({ credsStore: "all", auths: { "https://r:1": {} } }, "r:1")).toEqual({
      username: "u",
      password: "of https://r:1",
    });
  });

  test("a registry's own goes before the store", async () => {
    helper("all", "exit 1");
    helper("own", answer);
    expect(await ask({ credsStore: "all", credHelpers: { "r:1": "own" } }, "r:1")).toEqual({
      username: "u",
      password: "of r:1",
    });
  });

  test("a token", async () => {
    helper("token", `printf '{"Username":"<token>","Secret":"t"}'`);
    expect(await ask({ credsStore: "token" }, "r:1")).toEqual({ identitytoken: "t" });
  });

  test("one that knows nothing leaves it to the file", async () => {
    helper("empty", "echo credentials not found in native keychain; exit 1");
    expect(await ask({ credsStore: "empty" }, "r:1")).toBeUndefined();
    expect(await ask({ credsStore: "empty", auths: { "r:1": { auth: base64("u:p") } } }, "r:1")).toMatchObject({
      username: "u",
    });
  });

  const failures = [
    {
      what: "is not there",
      name: "absent",
      script: undefined,
      code: "helper-missing",
      says: "docker-credential-absent is not on the PATH",
    },
    {
      what: "fails",
      name: "failing",
      script: "echo the keychain is locked >&2; exit 3",
      code: "helper-failed",
      says: "the keychain is locked",
    },
    { what: "fails silently", name: "silent", script: "exit 3", code: "helper-failed", says: "exit code 3" },
    {
      what: "has a name that is a path",
      name: "../x",
      script: undefined,
      code: "helper-failed",
      says: "no name of a helper",
    },
  ];
  test.each(failures)("one that $what", async ({ name, script, code, says }) => {
    if (script) helper(name, script);
    await expect(ask({ credsStore: name }, "r:1")).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says),
    });
  });

  test("what one prints is never shown", async () => {
    helper("talkative", "echo secret-in-the-clear");
    await expect(ask({ credsStore: "talkative" }, "r:1")).rejects.toMatchObject({
      code: "helper-failed",
      message: expect.not.stringContaining("secret-in-the-clear"),
    });
  });

  test("one that ends without reading", async () => {
    const file = join(folder, "docker-credential-deaf");
    writeFileSync(file, "#!/bin/sh\nexec <&-\nexit 4\n");
    chmodSync(file, 0o755);
    await expect(ask({ credsStore: "deaf" }, "r:1")).rejects.toMatchObject({ code: "helper-failed" });
  });
});

describe("the file", () => {
  test("that is not there", () => {
    const file = join(folder, "absent.json");
    expect(() => readConfigFile(file)).toThrow(
      expect.objectContaining({ code: "file-unreadable", message: expect.stringContaining(file) }),
    );
  });

  test.each(["[]", "not json", "1", '"text"'])("that holds %s", (content) => {
    expect(() => parseConfigFile(content, "it")).toThrow(
      expect.objectContaining({
        code: "file-malformed",
        message: expect.stringMatching(/^it is no Docker configuration file/),
      }),
    );
  });

  test("that is empty", () => {
    expect(parseConfigFile("\n", "it")).toEqual({});
  });

  test("of the user is found where Docker keeps it", () => {
    expect(userConfigFile({})).toBe(join(homedir(), ".docker/config.json"));
    mkdirSync(join(folder, "docker"));
    expect(userConfigFile({ DOCKER_CONFIG: join(folder, "docker") })).toBe(join(folder, "docker/config.json"));
    writeFileSync(join(folder, "file.json"), "{}");
    expect(userConfigFile({ DOCKER_CONFIG: join(folder, "file.json") })).toBe(join(folder, "file.json"));
  });
});
