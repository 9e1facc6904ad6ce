import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Client, credentials, status } from "@grpc/grpc-js";
import { createIdentity, type Identity, pem } from "../../../../provider/plugin/go-plugin/certificate";
import { buildThingProvider, isAlive, until } from "../harness";
import { handshakeOf, launch, type Reachable, TERRAFORM, type Unpacked, unpack } from "../harness/launched";

jest.setTimeout(60_000);
let unpacked: Unpacked;
beforeAll(() => {
  const provider = buildThingProvider();
  unpacked = unpack(provider);
  provider.remove();
});
afterAll(() => unpacked.remove());

const terraform = createIdentity();
const TLS = { ...TERRAFORM, PLUGIN_CLIENT_CERT: pem(terraform.certificate) };
const started: ChildProcess[] = [];
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function start(environment: { readonly [name: string]: string }, cwd = unpacked.folder): ChildProcess {
  const child = launch(unpacked.executable, environment, cwd);
  started.push(child);
  return child;
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode === null ? new Promise((resolve) => child.on("exit", resolve)) : Promise.resolve(child.exitCode);

function clientOf({ socket, certificate }: Reachable, identity?: Identity): Client {
  const secure = (own: Identity) =>
    credentials.createSsl(
      Buffer.from(pem(certificate)),
      Buffer.from(own.privateKey),
      Buffer.from(pem(own.certificate)),
    );
  const client = new Client(`unix:${socket}`, identity ? secure(identity) : credentials.createInsecure(), {
    "grpc.ssl_target_name_override": "localhost",
    "grpc.default_authority": "localhost",
  });
  clients.push(client);
  return client;
}

const asIs = (bytes: Buffer) => bytes;
const call = (client: Client, path: string) =>
  new Promise<Buffer>((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, Buffer.alloc(0), { deadline: Date.now() + 20_000 }, (error, response) =>
      error ? reject(error) : resolve(response ?? Buffer.alloc(0)),
    );
  });
const METADATA = "/tfplugin6.Provider/GetMetadata";

const refused = [
  {
    name: "by hand",
    environment: { TF_PLUGIN_MAGIC_COOKIE: "" },
    says: /this is a Terraform provider: .*required_providers/s,
  },
  {
    name: "by a Terraform too old for it",
    environment: { ...TERRAFORM, PLUGIN_PROTOCOL_VERSIONS: "4,5" },
    says: /protocol 6/,
  },
  {
    name: "with a certificate that is none",
    environment: { ...TERRAFORM, PLUGIN_CLIENT_CERT: "no certificate" },
    says: /PLUGIN_CLIENT_CERT is not a certificate in PEM/,
  },
];
test.each(refused)("started $name it says what it is and ends with 1", async ({ environment, says }) => {
  const child = start(environment);
  await expect(handshakeOf(child)).rejects.toThrow(says);
  expect(await exitOf(child)).toBe(1);
});

test("Terraform, by its certificate, is answered; then the socket's name is gone; with the connection the process ends", async () => {
  const child = start(TLS);
  const reachable = await handshakeOf(child);
  const client = clientOf(reachable, terraform);
  expect((await call(client, METADATA)).toString()).toContain("test_thing");
  expect(existsSync(dirname(reachable.socket))).toBe(false);
  client.close();
  expect(await exitOf(child)).toBe(0);
});

test("without TLS the line has no certificate, and calls are answered", async () => {
  const reachable = await handshakeOf(start(TERRAFORM));
  expect(reachable.certificate).toHaveLength(0);
  expect((await call(clientOf(reachable), METADATA)).toString()).toContain("test_thing");
});

test("the schema is answered from what lies beside the provider, which is not loaded for it", async () => {
  const [file, away] = ["provider.js", "away.js"].map((name) => join(unpacked.folder, name)) as [string, string];
  renameSync(file, away);
  try {
    const client = clientOf(await handshakeOf(start(TLS)), terraform);
    const answer = await call(client, "/tfplugin6.Provider/GetProviderSchema");
    expect(answer.equals(readFileSync(join(unpacked.folder, "GetProviderSchema.message")))).toBe(true);
    await expect(call(client, METADATA)).rejects.toMatchObject({ code: status.UNKNOWN });
  } finally {
    renameSync(away, file);
  }
});

/** Prints which of Node's own modules were compiled by the end, and with that one more that nothing before it needs. */
const MODULES = `
  const { internalBinding } = require("internal/test/binding");
  const compiled = () => {
    const { compiledWithCache, compiledWithoutCache } = internalBinding("builtins").getCacheUsage();
    return { kept: [...compiledWithCache], anew: [...compiledWithoutCache] };
  };
  process.on("exit", () => {
    const before = compiled();
    require("node:repl");
    require("node:fs").writeFileSync(process.env.TEST_MODULES, JSON.stringify([before, compiled()]));
  });`;

interface Compiled {
  readonly kept: readonly string[];
  readonly anew: readonly string[];
}

/** What a provider that was asked for one answer had loaded by its end, and what became of one more module then. */
async function modulesOf(path: string): Promise<readonly [atEnd: Compiled, withOneMore: Compiled]> {
  const [hook, told] = ["modules.cjs", "modules.json"].map((name) => join(unpacked.folder, name)) as [string, string];
  writeFileSync(hook, MODULES);
  const environment = { ...TLS, TEST_MODULES: told };
  const flags = ["--expose-internals", "--no-warnings", "--require", hook, unpacked.executable];
  const child = launch(process.execPath, environment, unpacked.folder, flags);
  started.push(child);
  const client = clientOf(await handshakeOf(child), terraform);
  await call(client, path);
  client.close();
  expect(await exitOf(child)).toBe(0);
  return JSON.parse(readFileSync(told, "utf8"));
}

test("up to the schema Node's own modules are taken as they are compiled in it, and none but what TLS and HTTP/2 need", async () => {
  const [{ kept, anew }, later] = await modulesOf("/tfplugin6.Provider/GetProviderSchema");
  expect(kept).toContain("http2");
  expect(anew).toEqual([]);
  expect(later.anew).toEqual([]);
  expect(kept.filter((name) => /^(?:v8|cluster|child_process|dgram|internal\/fs\/rimraf)$/.test(name))).toEqual([]);
});

test("what answers the other calls is loaded so too, and V8 is told only then to keep its heap small", async () => {
  const [{ kept, anew }, later] = await modulesOf(METADATA);
  expect(kept).toContain("v8");
  expect(anew).toEqual([]);
  // V8 tells by this that its flags are no longer those that Node was compiled under.
  expect(later.anew).toContain("repl");
});

test("strangers are turned away, with another certificate and with none, and Terraform is let in after them", async () => {
  const reachable = await handshakeOf(start(TLS));
  await expect(call(clientOf(reachable, createIdentity()), METADATA)).rejects.toMatchObject({
    code: status.UNAVAILABLE,
  });
  await expect(call(clientOf(reachable), METADATA)).rejects.toMatchObject({ code: status.UNAVAILABLE });
  expect((await call(clientOf(reachable, terraform), METADATA)).toString()).toContain("test_thing");
});

test("Shutdown ends the process with 0", async () => {
  const child = start(TLS);
  const client = clientOf(await handshakeOf(child), terraform);
  await call(client, "/plugin.GRPCController/Shutdown");
  expect(await exitOf(child)).toBe(0);
});

test.each(["SIGINT", "SIGHUP"] as const)("%s does nothing", async (signal) => {
  const child = start(TLS);
  const client = clientOf(await handshakeOf(child), terraform);
  child.kill(signal);
  expect((await call(client, METADATA)).toString()).toContain("test_thing");
});

test("SIGTERM before any call ends it, and removes the socket", async () => {
  const child = start(TLS);
  const { socket } = await handshakeOf(child);
  child.kill("SIGTERM");
  expect(await exitOf(child)).toBe(0);
  expect(existsSync(dirname(socket))).toBe(false);
});

test("a parent that dies before it calls takes the provider along", async () => {
  const script = `
    const child = require("node:child_process").spawn(process.argv[1], { stdio: ["ignore", "pipe", "ignore"] });
    child.stdout.on("data", (line) => console.log(child.pid + "|" + line));`;
  const parent = spawn(process.execPath, ["-e", script, unpacked.executable], {
    env: { ...process.env, ...TLS },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve) => parent.stdout.once("data", (chunk) => resolve(String(chunk))));
  const [pid, , , , socket] = line.split("|");
  expect(isAlive(Number(pid))).toBe(true);
  parent.kill("SIGKILL");
  await until("the provider has ended", () => !isAlive(Number(pid)), 10_000);
  expect(existsSync(dirname(socket!))).toBe(false);
});

test("the socket of one that was killed before any call is removed by the next one that is called", async () => {
  const killed = start(TLS);
  const { socket } = await handshakeOf(killed);
  killed.kill("SIGKILL");
  await exitOf(killed);
  expect(existsSync(dirname(socket))).toBe(true);
  await call(clientOf(await handshakeOf(start(TLS)), terraform), METADATA);
  await until("its folder is gone", () => !existsSync(dirname(socket)), 10_000);
});

/**
 * V8's own compiled code of a script that is as long as the provider's program, under Node's own flags as that is loaded:
 * V8 compares no more than that before it runs what it is given in place of the source.
 */
function compiledAs(program: string, body: string): Buffer {
  const script = `
    const wrap = (body) => "(function (exports, require, module, __filename, __dirname) {" + body + "\\n})";
    const text = require("node:fs").readFileSync(${JSON.stringify(program)}, "latin1");
    const source = wrap(${JSON.stringify(body)}.padEnd(text.length));
    const compiled = new (require("node:vm").Script)(source, { filename: ${JSON.stringify(program)} });
    compiled.runInThisContext();
    process.stdout.write(compiled.createCachedData());`;
  return execFileSync(process.execPath, ["-e", script], { maxBuffer: 2 ** 26 });
}

/** The one place outside its own folder where the provider once looked for code. */
const codeName = (executable: string) => `${basename(executable)}-${process.arch}-${process.versions.v8}.code`;

const planted = [
  {
    name: "foreign code",
    content: (program: string, marker: string) =>
      compiledAs(program, `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "");`),
  },
  { name: "a page of zeros", content: () => Buffer.alloc(4096) },
];
test.each(planted)("$name in Terraform's folder is neither run nor read, and nothing is kept there", async (each) => {
  const cwd = mkdtempSync(join(unpacked.folder, "cwd-"));
  const folder = join(cwd, ".terraform");
  const marker = join(cwd, "foreign-code-ran");
  mkdirSync(folder);
  const file = join(folder, codeName(unpacked.executable));
  const content = each.content(join(unpacked.folder, "program.js"), marker);
  writeFileSync(file, content);
  const child = start(TLS, cwd);
  const client = clientOf(await handshakeOf(child), terraform);
  expect((await call(client, METADATA)).toString()).toContain("test_thing");
  client.close();
  expect(await exitOf(child)).toBe(0);
  expect(existsSync(marker)).toBe(false);
  expect(readFileSync(file).equals(content)).toBe(true);
});
