import { type AddressInfo, connect, createServer } from "node:net";
import { Engine, type TlsMaterial } from "../../../engine";
import { openEngine } from "./host-image";
import { TlsEngine } from "./tls-engine";

let behind: TlsEngine;
let local: Engine;
const opened: Engine[] = [];

beforeAll(async () => {
  local = openEngine();
  behind = await TlsEngine.start();
});

afterAll(() => {
  for (const engine of opened) engine.close();
  local.close();
  behind.stop();
});

function open(host: string, tls: TlsMaterial | undefined): Engine {
  const engine = Engine.at(`tcp://${host}:${behind.port}`, { tls });
  opened.push(engine);
  return engine;
}

const pem = (name: string) => behind.pem(name);
const client = () => behind.client();

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
  const plain = createServer((socket) => {
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
