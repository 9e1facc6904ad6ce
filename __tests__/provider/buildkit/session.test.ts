import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { Client, credentials, Metadata, status } from "@grpc/grpc-js";
import { only } from "../../../build-context";
import { BuildSession, type SessionOffers } from "../../../provider/buildkit";
import {
  BytesMessage,
  CheckAgentRequest,
  CredentialsRequest,
  CredentialsResponse,
  GetSecretRequest,
  GetSecretResponse,
  HealthCheckResponse,
  Packet,
  PacketType,
} from "../../../provider/buildkit/messages";
import { type Files, folderOf, removeFolders } from "../../build-context/folder";

const asIs = (bytes: Buffer): Buffer => bytes;
const DIFF_COPY = "/moby.filesync.v1.FileSync/DiffCopy";

/** The engine's half: a gRPC client whose connection is handed to a session. */
interface EngineSide {
  readonly client: Client;
  readonly session: BuildSession;
  close(): void;
}

let side: EngineSide | undefined;
afterEach(() => side?.close());
afterAll(removeFolders);

async function open(offers: Partial<SessionOffers>): Promise<EngineSide> {
  const nothing = { folders: {}, credentials: async () => undefined, secret: async () => undefined };
  const session = new BuildSession({ ...nothing, ...offers });
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    session.serve(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  side = {
    client,
    session,
    close() {
      client.close();
      session.close();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return side;
}

const ask = (client: Client, path: string, request: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, request, (error, answer) => (error ? reject(error) : resolve(answer!)));
  });

test("says who it is and what can be asked of it", async () => {
  const { session } = await open({ id: "chosen" });
  expect(session.headers).toMatchObject({
    Upgrade: "h2c",
    "X-Docker-Expose-Session-Uuid": "chosen",
    "X-Docker-Expose-Session-Sharedkey": expect.stringMatching(/^[0-9a-f]{64}$/),
    "X-Docker-Expose-Session-Grpc-Method": [
      "/grpc.health.v1.Health/Check",
      DIFF_COPY,
      "/moby.filesync.v1.Auth/Credentials",
      "/moby.buildkit.secrets.v1.Secrets/GetSecret",
    ],
  });
});

test("is healthy", async () => {
  const { client } = await open({});
  const answer = await ask(client, "/grpc.health.v1.Health/Check", Buffer.alloc(0));
  expect(HealthCheckResponse.decode(answer)).toEqual({ status: 1 });
});

const logins = [
  { what: "user name and password", known: { username: "u", password: "p" }, told: { username: "u", secret: "p" } },
  { what: "a token in their place", known: { username: "u", identitytoken: "t" }, told: { username: "", secret: "t" } },
  { what: "none", known: undefined, told: { username: "", secret: "" } },
];
test.each(logins)("credentials of the registry that asks: $what", async ({ known, told }) => {
  const hosts: string[] = [];
  const { client } = await open({
    credentials: async (host) => {
      hosts.push(host);
      return known;
    },
  });
  const answer = await ask(client, "/moby.filesync.v1.Auth/Credentials", CredentialsRequest.encode({ host: "r:5000" }));
  expect(CredentialsResponse.decode(answer)).toEqual(told);
  expect(hosts).toEqual(["r:5000"]);
});

describe("secrets", () => {
  const path = "/moby.buildkit.secrets.v1.Secrets/GetSecret";

  test("by id", async () => {
    const { client } = await open({ secret: async (id) => Buffer.from(`secret of ${id}`) });
    const { data } = GetSecretResponse.decode(await ask(client, path, GetSecretRequest.encode({ id: "a" })));
    expect(Buffer.from(data).toString()).toBe("secret of a");
  });

  test("one that there is not", async () => {
    const { client } = await open({});
    const answer = ask(client, path, GetSecretRequest.encode({ id: "a" }));
    await expect(answer).rejects.toMatchObject({ code: status.NOT_FOUND });
  });
});

type Asking = Readonly<Record<string, readonly string[]>>;

function request(client: Client, asking: Asking, path = DIFF_COPY) {
  const metadata = new Metadata();
  for (const [key, values] of Object.entries(asking)) for (const value of values) metadata.add(key, value);
  const stream = client.makeBidiStreamRequest(path, asIs, asIs, metadata);
  // How it ends is told by its status.
  stream.on("error", () => {});
  return stream;
}

const statusOf = (stream: ReturnType<typeof request>) =>
  new Promise<{ readonly code: status; readonly details: string }>((resolve) => {
    stream.on("status", resolve);
  });

interface Stat {
  readonly mode: number;
  readonly size: number;
  readonly modified: number;
  readonly linkname: string;
}

/** What a receiver is sent that has nothing yet but what it does not want. */
async function receive(client: Client, asking: Asking, wants: (path: string) => boolean = () => true) {
  const stream = request(client, asking);
  const stats: Record<string, Stat> = {};
  const content: Record<string, Buffer[]> = {};
  const paths: string[] = [];
  const waiting = new Set<number>();
  let isAllTold = false;
  let errors = "";
  stream.on("data", (bytes: Buffer) => {
    const { type, stat, id, data } = Packet.decode(bytes);
    if (type === PacketType.finish) return stream.end();
    if (type === PacketType.error) errors += Buffer.from(data).toString();
    if (type === PacketType.stat && !stat) isAllTold = true;
    if (type === PacketType.stat && stat) {
      stats[stat.path] = stat;
      const number = paths.push(stat.path) - 1;
      const isFile = stat.mode < 0o10000;
      if (isFile && wants(stat.path)) {
        waiting.add(number);
        stream.write(Packet.encode({ type: PacketType.request, id: number }));
      }
    }
    if (type === PacketType.data) {
      const path = paths[id]!;
      content[path] = [...(content[path] ?? []), Buffer.from(data)];
      if (data.length === 0) waiting.delete(id);
    }
    if (isAllTold && waiting.size === 0) stream.write(Packet.encode({ type: PacketType.finish }));
  });
  const { code } = await statusOf(stream);
  const texts = Object.fromEntries(
    Object.entries(content).map(([path, chunks]) => [path, Buffer.concat(chunks).toString()]),
  );
  return { paths, stats, texts, code, errors };
}

describe("files", () => {
  const files: Files = {
    Dockerfile: "FROM scratch",
    "b/inner": "inner",
    run: { mode: 0o755, text: "run" },
    link: { link: "run" },
    empty: "",
    é: "é",
    ".dockerignore": "b\n",
  };
  const offer = (root: string, more = {}) => ({ folders: { context: { root, ...more } } });

  test("everything: what there is in order, and the content of what is asked for", async () => {
    const { client } = await open(offer(folderOf(files)));
    const { paths, texts, stats, code } = await receive(client, { "dir-name": ["context"] });
    expect(code).toBe(status.OK);
    expect(paths).toEqual([".dockerignore", "Dockerfile", "b", "b/inner", "empty", "link", "run", "é"]);
    expect(texts).toEqual({
      ".dockerignore": "b\n",
      Dockerfile: "FROM scratch",
      "b/inner": "inner",
      empty: "",
      run: "run",
      é: "é",
    });
    expect(stats["link"]).toMatchObject({ linkname: "run", size: 0 });
    expect(stats["run"]).toMatchObject({ mode: 0o755, size: 3 });
  });

  test("nothing of what the receiver has already", async () => {
    const { client } = await open(offer(folderOf(files)));
    const { texts } = await receive(client, { "dir-name": ["context"] }, (path) => path === "run");
    expect(texts).toEqual({ run: "run" });
  });

  test("nothing of what is left out, only what is needed, and only what is offered", async () => {
    const root = folderOf(files);
    const { client } = await open({
      folders: { context: { root }, dockerfile: { root, filter: only(["Dockerfile"]) } },
    });
    const sent = async (asking: Asking) => (await receive(client, { "dir-name": ["context"], ...asking })).paths;
    expect(await sent({ "exclude-patterns": ["b", "*", "!run"] })).toEqual(["run"]);
    expect(await sent({ followpaths: ["link"] })).toEqual(["link", "run"]);
    expect(await sent({ followpaths: ["%C3%A9"], "followpaths-encoded": ["1"] })).toEqual(["é"]);
    expect(await sent({ "dir-name": ["dockerfile"] })).toEqual(["Dockerfile"]);
  });

  test("patterns with a comma are told apart by those of the ignore file", async () => {
    const { client } = await open(offer(folderOf({ "a, b": "", a: "", b: "" }), { ignored: ["a, b"] }));
    const { paths } = await receive(client, { "dir-name": ["context"], "exclude-patterns": ["a, b"] });
    expect(paths).toEqual(["a", "b"]);
  });

  test("a folder that is not offered", async () => {
    const { client } = await open({});
    expect(await receive(client, { "dir-name": ["/etc"] })).toMatchObject({ code: status.NOT_FOUND, paths: [] });
  });

  test("a file of many packets arrives whole", async () => {
    const text = "0123456789".repeat(300_000);
    const { client } = await open(offer(folderOf({ large: text })));
    const { texts } = await receive(client, { "dir-name": ["context"] });
    const digest = (of: string) => createHash("sha256").update(of).digest("hex");
    expect(digest(texts["large"]!)).toBe(digest(text));
  });

  test("the fraction of its time tells of any change of a file", async () => {
    const root = folderOf({ a: "1" });
    const { client } = await open(offer(root));
    const time = async () => (await receive(client, { "dir-name": ["context"] })).stats["a"]!.modified;
    const before = await time();
    expect(await time()).toBe(before);
    chmodSync(join(root, "a"), 0o600);
    chmodSync(join(root, "a"), 0o644);
    const after = await time();
    expect(after).not.toBe(before);
    expect(Math.floor(after / 1e9)).toBe(Math.floor(before / 1e9));
  });

  test("what cannot be sent is told to the receiver, and fails the session", async () => {
    const root = join(folderOf({}), "absent");
    const { client, session } = await open(offer(root));
    const { errors, code } = await receive(client, { "dir-name": ["context"] });
    expect(code).toBe(status.ABORTED);
    expect(errors).toContain(root);
    expect(session.failed.reason).toMatchObject({ code: "context-absent", path: root });
  });

  test("a file that the receiver cannot know of ends the transfer", async () => {
    const { client, session } = await open(offer(folderOf({ a: "1" })));
    const stream = request(client, { "dir-name": ["context"] });
    stream.resume();
    stream.write(Packet.encode({ type: PacketType.request, id: 7 }));
    expect(await statusOf(stream)).toMatchObject({
      code: status.ABORTED,
      details: expect.stringContaining("asked for file 7"),
    });
    expect(session.failed.aborted).toBe(false);
  });
});

describe("ssh agents", () => {
  const [CHECK, FORWARD] = ["/moby.sshforward.v1.SSH/CheckAgent", "/moby.sshforward.v1.SSH/ForwardAgent"];
  const closed: string[] = [];
  beforeEach(() => closed.splice(0));

  /** One that says what it was asked, backwards. */
  const agentNamed = (name: string) => async () => ({
    answer: async (asked: Buffer) => Buffer.concat([Buffer.from(`${name} `), Buffer.from(asked).reverse()]),
    close: () => void closed.push(name),
  });
  const agents = { default: agentNamed("default"), other: agentNamed("other") };

  test("are offered where there are any, and checked by their ids", async () => {
    const { client, session } = await open({ agents });
    expect(session.headers["X-Docker-Expose-Session-Grpc-Method"]).toEqual(expect.arrayContaining([CHECK, FORWARD]));
    const check = (id: string) => ask(client, CHECK, CheckAgentRequest.encode({ id }));
    expect([await check(""), await check("other")]).toEqual([Buffer.alloc(0), Buffer.alloc(0)]);
    await expect(check("third")).rejects.toMatchObject({ code: status.NOT_FOUND });
    await expect(check("constructor")).rejects.toMatchObject({ code: status.NOT_FOUND });
  });

  const forwarded = async (asking: Asking, pieces: readonly string[]) => {
    const { client } = await open({ agents });
    const stream = request(client, asking, FORWARD);
    const chunks: Buffer[] = [];
    stream.on("data", (message: Buffer) => chunks.push(Buffer.from(BytesMessage.decode(message).data)));
    for (const piece of pieces) stream.write(BytesMessage.encode({ data: Buffer.from(piece, "latin1") }));
    stream.end();
    return { ...(await statusOf(stream)), told: Buffer.concat(chunks).toString("latin1") };
  };

  test("answer each message, whatever pieces it comes in, until they are let go", async () => {
    const pieces = ["\0\0\0\x02a", "b\0\0\0", "\x01c"];
    const { code, told } = await forwarded({ "buildkit.ssh.id": ["other"] }, pieces);
    expect({ code, told }).toEqual({ code: status.OK, told: "\0\0\0\x08other ba\0\0\0\x07other c" });
    expect(closed).toEqual(["other"]);
  });

  test.each([
    { what: "one that is not offered", asking: { "buildkit.ssh.id": ["third"] }, pieces: [], says: '"third"' },
    { what: "a message that no agent would take", asking: {}, pieces: ["\xff\xff\xff\xff"], says: "longer than" },
  ])("$what ends the call with why", async ({ asking, pieces, says }) => {
    const { code, details } = await forwarded(asking as Asking, pieces);
    expect({ code, details }).toEqual({ code: expect.any(Number), details: expect.stringContaining(says) });
    expect(code).not.toBe(status.OK);
  });
});

test("a session whose connection breaks is closed without a word", async () => {
  const session = new BuildSession({ folders: {}, credentials: async () => undefined, secret: async () => undefined });
  const server = createServer((socket) => {
    session.serve(socket);
    socket.destroy(new Error("gone"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as { port: number }).port, "127.0.0.1");
  await once(socket, "close");
  session.close();
  server.close();
});
