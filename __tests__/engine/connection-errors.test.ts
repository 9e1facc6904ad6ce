import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engine, type EngineError } from "../../engine";
import { parseAddress } from "../../engine/address";
import { connectionError } from "../../engine/connection-errors";
import { separateProgram } from "./separate-program";

let directory = "";
const servers: Server[] = [];

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "connection-errors-"));
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(directory, { recursive: true });
});

describe("a real socket that leads to no engine", () => {
  const rows = [
    {
      name: "none there",
      address: missing,
      code: "unreachable",
      what: /no Docker engine answers at unix:/,
      remedy: /no socket .* start the engine/,
    },
    {
      name: "below a file",
      address: belowFile,
      code: "unreachable",
      what: /no Docker engine answers/,
      remedy: /start the engine/,
    },
    {
      name: "nobody listens on it any more",
      address: abandoned,
      code: "refused",
      what: /no Docker engine listens/,
      remedy: /nobody listens: start the engine/,
    },
    {
      name: "a closed port",
      address: closedPort,
      code: "refused",
      what: /no Docker engine listens at tcp:/,
      remedy: /correct the port/,
    },
    {
      name: "an unknown host",
      address: unknownHost,
      code: "unknown-host",
      what: /host of tcp:.* is unknown/,
      remedy: /IP address/,
    },
    {
      name: "something that closes at once",
      address: closing,
      code: "connection-lost",
      what: /broke/,
      remedy: /refresh/,
    },
    {
      name: "something that does not speak HTTP",
      address: babbling,
      code: "malformed-response",
      what: /does not speak HTTP/,
      remedy: /TLS/,
    },
  ];

  test.each(rows)("$name: $code", async ({ address, code, what, remedy }) => {
    const url = await address();
    const engine = Engine.at(url);
    const failure: EngineError = await engine.system.info().catch((error) => error);
    engine.close();
    expect(failure).toMatchObject({ code, address: url, call: "GET /_ping" });
    expect(failure.what).toMatch(what);
    expect(failure.what).toContain(url);
    expect(failure.remedy).toMatch(remedy);
    expect(failure.engineMessage).toBeTruthy();
  });

  test("not this user's: permission-denied, and the group that helps", async () => {
    const path = join(directory, "private.sock");
    await listening(createServer(), { path });
    chmodSync(directory, 0o755);
    chmodSync(path, 0o600);
    expect(await failureOfUnprivileged(`unix://${path}`)).toMatchObject({
      code: "permission-denied",
      what: `this user may not use the engine at unix://${path}`,
      remedy: expect.stringContaining("group `docker`"),
    });
  });
});

const tcp = parseAddress("tcp://engine:2376");

const coded = [
  { cause: "EHOSTUNREACH", code: "unreachable" },
  { cause: "ENETUNREACH", code: "unreachable" },
  { cause: "ETIMEDOUT", code: "unreachable" },
  { cause: "EAI_AGAIN", code: "unknown-host" },
  { cause: "ECONNRESET", code: "connection-lost" },
  { cause: "EPIPE", code: "connection-lost" },
  { cause: "CERT_HAS_EXPIRED", code: "tls-untrusted" },
  { cause: "DEPTH_ZERO_SELF_SIGNED_CERT", code: "tls-untrusted" },
  { cause: "UNABLE_TO_VERIFY_LEAF_SIGNATURE", code: "tls-untrusted" },
  { cause: "ERR_TLS_CERT_ALTNAME_INVALID", code: "tls-untrusted" },
  { cause: "EPROTO", words: "SSL routines:ssl3_get_record:wrong version number", code: "tls-mismatch" },
  { cause: "EPROTO", words: "sslv3 alert handshake failure", code: "tls-refused" },
  {
    cause: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
    words: "tlsv13 alert certificate required",
    code: "tls-refused",
  },
  { cause: "ERR_OSSL_PEM_NO_START_LINE", code: "tls-material" },
  { cause: "ERR_INVALID_CHAR", code: "bad-request" },
  { cause: "HPE_INVALID_CONSTANT", code: "malformed-response" },
  { cause: "EWHATEVER", code: "unreachable" },
];

test.each(coded)("$cause is $code", ({ cause, words = "its words", code }) => {
  const error = connectionError(tcp, Object.assign(new Error(words), { code: cause }));
  expect(error).toMatchObject({
    code,
    engineMessage: words,
    address: tcp.url,
    remedy: expect.stringMatching(/^[A-Z].*\.$/),
  });
  expect(error.what).toMatch(/^[a-z].*tcp:\/\/engine:2376/);
  expect(error.what).not.toMatch(/\.$/);
});

test("of a host with several addresses, the first failure counts", () => {
  const each = ["ECONNREFUSED", "ENETUNREACH"].map((code) => Object.assign(new Error(code), { code }));
  expect(connectionError(tcp, new AggregateError(each))).toMatchObject({
    code: "refused",
    engineMessage: "ECONNREFUSED",
  });
});

test("an error that is told already stays as it is", () => {
  const told = connectionError(tcp, new Error("x"));
  expect(connectionError(tcp, told)).toBe(told);
});

async function missing(): Promise<string> {
  return `unix://${join(directory, "missing.sock")}`;
}

async function belowFile(): Promise<string> {
  return `unix://${__filename}/x.sock`;
}

/** Its server dies without removing it. */
async function abandoned(): Promise<string> {
  const path = join(directory, "abandoned.sock");
  const program = `require("net").createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, "SIGKILL"))`;
  await once(spawn(process.execPath, ["-e", program]), "exit");
  return `unix://${path}`;
}

async function closedPort(): Promise<string> {
  const server = createServer();
  const port = await listening(server, { host: "127.0.0.1", port: 0 });
  await new Promise((done) => server.close(done));
  return `tcp://127.0.0.1:${port}`;
}

async function unknownHost(): Promise<string> {
  return "tcp://no-such-host.invalid";
}

async function closing(): Promise<string> {
  return `tcp://127.0.0.1:${await listening(
    createServer((socket) => socket.destroy()),
    { host: "127.0.0.1", port: 0 },
  )}`;
}

async function babbling(): Promise<string> {
  const server = createServer((socket) => socket.on("error", () => {}).end("SSH-2.0-OpenSSH_9.2\r\n"));
  return `tcp://127.0.0.1:${await listening(server, { host: "127.0.0.1", port: 0 })}`;
}

async function listening(server: Server, where: object): Promise<number> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(where, done));
  return (server.address() as AddressInfo).port;
}

/** The same call in a program of a user who has no rights; root itself is stopped by no file's mode. */
async function failureOfUnprivileged(url: string): Promise<unknown> {
  const nobody = 65534;
  const identity = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const call = `client.Engine.at(${JSON.stringify(url)}).system.info()`;
  return JSON.parse(await separateProgram(`${call}.catch((error) => console.log(JSON.stringify(error)))`, identity));
}
