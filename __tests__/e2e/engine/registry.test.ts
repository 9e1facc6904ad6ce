import { randomBytes } from "node:crypto";
import { pack } from "tar-stream";
import type { Engine } from "../../../engine";
import { newPrefix, openEngine } from "./host-image";
import { RegistryServer, user } from "./registry-server";

const prefix = newPrefix();
let engine: Engine;
let registry: RegistryServer;
let name: string;
const auth = () => ({ ...user, serveraddress: registry.host });

beforeAll(async () => {
  engine = openEngine();
  registry = await RegistryServer.start();
  name = `${registry.host}/${prefix}/app`;
  const files = pack();
  files.entry({ name: "random" }, randomBytes(1000));
  files.finalize();
  await engine.images.import(files, { repo: name, tag: "v1" });
});

afterAll(async () => {
  await engine.images.tryRemove(`${name}:v1`, { force: true });
  registry.stop();
  engine.close();
});

test("an image is pushed with credentials alone, and its digest told", async () => {
  await expect(engine.images.push(`${name}:v1`)).rejects.toMatchObject({
    code: "unauthorized",
    object: { kind: "image", name: `${name}:v1` },
  });
  const digest = await engine.images.push(`${name}:v1`, { auth: auth() });
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  // What the registry knows of an image is told without pulling it.
  expect((await engine.distribution(`${name}:v1`, { auth: auth() })).Descriptor.digest).toBe(digest);
});

test("an image is pulled by tag and by digest, with progress", async () => {
  const [digest = ""] = (await engine.images.inspect(`${name}:v1`)).RepoDigests ?? [];
  for (const reference of [`${name}:v1`, digest]) {
    await engine.images.remove(`${name}:v1`, { force: true });
    await engine.images.tryRemove(digest, { force: true });
    const said: string[] = [];
    await engine.images.pull(reference, { auth: auth(), onProgress: ({ status = "" }) => said.push(status) });
    // Engines with containerd's store unpack without a word.
    expect(said).toContainEqual(expect.stringMatching(/^(Pull|Download) complete$/));
    expect(await engine.images.tryInspect(reference)).toBeDefined();
    await engine.images.tag(reference, { repo: name, tag: "v1" });
  }
});

const refused = [
  { what: "without credentials", reference: () => `${name}:v1`, credentials: () => undefined, code: "unauthorized" },
  {
    what: "with a wrong password",
    reference: () => `${name}:v1`,
    credentials: () => ({ ...auth(), password: "guess" }),
    code: "unauthorized",
  },
  { what: "of a tag that does not exist", reference: () => `${name}:v9`, credentials: auth, code: "not-found" },
  {
    what: "of a repository that does not exist",
    reference: () => `${registry.host}/${prefix}/none`,
    credentials: auth,
    code: "not-found",
  },
  {
    what: "from a registry that does not answer",
    reference: () => "127.0.0.1:1/app",
    credentials: auth,
    code: "registry-unreachable",
  },
  {
    what: "from a host that does not exist",
    reference: () => "no-such-host.invalid/app",
    credentials: auth,
    code: "registry-unreachable",
  },
  { what: "of a name that is none", reference: () => `${registry.host}/UPPER`, credentials: auth, code: "bad-request" },
];

test.each(refused)("a pull $what: $code", async ({ reference, credentials, code }) => {
  const pull = engine.images.pull(reference(), { auth: credentials() });
  await expect(pull).rejects.toMatchObject({ code, object: { kind: "image", name: reference() } });
});

test("a pull that takes too long is given up", async () => {
  await expect(engine.images.pull(`${name}:v1`, { signal: AbortSignal.timeout(0) })).rejects.toMatchObject({
    code: "timeout",
  });
});
