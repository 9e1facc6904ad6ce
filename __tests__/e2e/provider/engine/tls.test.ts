import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type Server } from "node:tls";
import { Engine, type TlsMaterial } from "../../../../provider/engine";
import { openEngine } from "./host-image";

let directory: string;
let server: Server;
let local: Engine;
const opened: Engine[] = [];

const pem = (name: string) => readFileSync(join(directory, name), "utf8");
const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: directory, stdio: "pipe" });

/** A certificate and its key, signed by the authority of the name. */
function certify(name: string, authority: string, extension: string): void {
  openssl(
    "req",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-keyout",
    `${name}.key`,
    "-out",
    `${name}.csr`,
    "-subj",
    `/CN=${name}`,
  );
  execFileSync("sh", ["-c", `printf '%s' "$1" > ${name}.ext`, "sh", extension], { cwd: directory });
  openssl(
    "x509",
    "-req",
    "-in",
    `${name}.csr`,
    "-CA",
    `${authority}.pem`,
    "-CAkey",
    `${authority}.key`,
    "-CAcreateserial",
    "-days",
    "2",
    "-out",
    `${name}.pem`,
    "-extfile",
    `${name}.ext`,
  );
}

function authority(name: string): void {
  openssl(
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-keyout",
    `${name}.key`,
    "-out",
    `${name}.pem`,
    "-days",
    "2",
    "-subj",
    `/CN=${name}`,
  );
}

/** The machine's engine behind TLS that asks for the client's certificate, as `dockerd --tlsverify` does. */
beforeAll(async () => {
  local = openEngine();
  directory = mkdtempSync(join(tmpdir(), "tls-"));
  authority("authority");
  authority("stranger");
  certify("server", "authority", "subjectAltName=DNS:localhost,IP:127.0.0.1");
  certify("client", "authority", "extendedKeyUsage=clientAuth");
  certify("intruder", "stranger", "extendedKeyUsage=clientAuth");
  const options = { ca: pem("authority.pem"), cert: pem("server.pem"), key: pem("server.key"), requestCert: true };
  server = createServer(options, (client) => {
    const engine = connect("/var/run/docker.sock");
    client.pipe(engine).pipe(client);
    for (const side of [client, engine]) side.on("error", () => {});
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  for (const engine of opened) engine.close();
  local.close();
  server.close();
  rmSync(directory, { recursive: true });
});

function open(host: string, tls: TlsMaterial | undefined): Engine {
  const engine = Engine.at(`tcp://${host}:${(server.address() as AddressInfo).port}`, { tls });
  opened.push(engine);
  return engine;
}

const client = () => ({ ca: pem("authority.pem"), cert: pem("client.pem"), key: pem("client.key") });

test.each(["localhost", "127.0.0.1"])("an engine behind TLS at %s answers a client that it knows", async (host) => {
  const { ID } = await local.system.info();
  expect((await open(host, client()).system.info()).ID).toBe(ID);
});

const refused = [
  {
    name: "whose authority is not known",
    tls: () => ({ ...client(), ca: pem("stranger.pem") }),
    code: "tls-untrusted",
    remedy: /`ca`/,
  },
  {
    name: "without any authority given",
    tls: () => ({ ...client(), ca: undefined }),
    code: "tls-untrusted",
    remedy: /`ca`/,
  },
  {
    name: "without a client certificate",
    tls: () => ({ ca: pem("authority.pem") }),
    code: "tls-refused",
    remedy: /`cert` and `key`/,
  },
  { name: "spoken to in plain HTTP", tls: () => undefined, code: "connection-lost", remedy: /./ },
  {
    name: "with material that is no PEM",
    tls: () => ({ ...client(), cert: "nonsense" }),
    code: "tls-material",
    remedy: /PEM/,
  },
  {
    name: "with a key of another certificate",
    tls: () => ({ ...client(), key: pem("intruder.key") }),
    code: "tls-material",
    remedy: /belonging/,
  },
];

test.each(refused)("an engine $name: $code", async ({ tls, code, remedy }) => {
  const failure = open("localhost", tls()).system.info();
  await expect(failure).rejects.toMatchObject({ code, remedy: expect.stringMatching(remedy), call: "GET /_ping" });
});

test("a host whose certificate has another name is not trusted", async () => {
  await expect(open("127.0.0.2", client()).system.info()).rejects.toMatchObject({
    code: expect.stringMatching(/tls-untrusted|refused/),
  });
});

test("a client certificate of a stranger is refused", async () => {
  const intruder = { ca: pem("authority.pem"), cert: pem("intruder.pem"), key: pem("intruder.key") };
  await expect(open("localhost", intruder).system.info()).rejects.toMatchObject({
    code: expect.stringMatching(/tls-refused|connection-lost/),
  });
});

test("a port without TLS is told from one with it", async () => {
  const plain = (await import("node:net")).createServer((socket) => {
    const engine = connect("/var/run/docker.sock");
    socket.pipe(engine).pipe(socket);
    for (const side of [socket, engine]) side.on("error", () => {});
  });
  await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  const url = `tcp://127.0.0.1:${(plain.address() as AddressInfo).port}`;
  const [withTls, without] = [Engine.at(url, { tls: client() }), Engine.at(url)];
  await expect(withTls.system.info()).rejects.toMatchObject({
    code: "tls-mismatch",
    remedy: expect.stringContaining("Leave the TLS material out"),
  });
  expect((await without.system.info()).ID).toBe((await local.system.info()).ID);
  withTls.close();
  without.close();
  plain.close();
});
