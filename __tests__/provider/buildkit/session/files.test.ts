import { createHash } from "node:crypto";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { type Client, status } from "@grpc/grpc-js";
import { only } from "../../../../build-context";
import { Packet, PacketType } from "../../../../provider/buildkit/messages";
import { type Files, folderOf, removeFolders } from "../../../build-context/folder";
import { type Asking, open, request, statusOf } from "./engine-side";

afterAll(removeFolders);

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
