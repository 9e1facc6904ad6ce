import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Client, Metadata, status } from "@grpc/grpc-js";
import { CacheFolder } from "../../../../provider/buildkit";
import {
  InfoRequest,
  InfoResponse,
  ReadContentRequest,
  ReadContentResponse,
  WriteAction,
  WriteContentRequest,
  WriteContentResponse,
} from "../../../../provider/buildkit/content-messages";
import { folderOf, removeFolders } from "../../../build-context/folder";
import { open, request, statusOf } from "./engine-side";

const SERVICE = "/containerd.services.content.v1.Content";
const stored = { "buildkit-attachable-store-id": ["local:cache0"] };
const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

let root: string;
beforeEach(() => {
  root = folderOf({});
});
afterAll(removeFolders);

const offered = async (): Promise<Client> => (await open({ caches: { "local:cache0": new CacheFolder(root) } })).client;

/** What is answered to each message of a call, and how it ends. */
async function asked(client: Client, method: string, messages: readonly Buffer[], headers = stored) {
  const stream = request(client, headers, `${SERVICE}/${method}`);
  const answers: Buffer[] = [];
  stream.on("data", (answer: Buffer) => answers.push(answer));
  for (const message of messages) stream.write(message);
  stream.end();
  return { ...(await statusOf(stream)), answers };
}

type Piece = Parameters<typeof WriteContentRequest.encode>[0];
const wrote = async (client: Client, pieces: readonly Piece[]) => {
  const { answers, ...end } = await asked(
    client,
    "Write",
    pieces.map((piece) => WriteContentRequest.encode(piece)),
  );
  return { ...end, answers: answers.map((answer) => WriteContentResponse.decode(answer)) };
};
const { stat, write, commit } = WriteAction;
const text = "what a step made";
const pieces: readonly Piece[] = [
  { action: stat, ref: "a", total: text.length, expected: digestOf(text) },
  { action: write, data: Buffer.from(text.slice(0, 4)) },
  { action: write, offset: 4, data: Buffer.from(text.slice(4)) },
  { action: commit, offset: text.length, total: text.length, expected: digestOf(text) },
];
const read = async (client: Client, digest: string, offset = 0, size = 0) => {
  const { answers, ...end } = await asked(client, "Read", [ReadContentRequest.encode({ digest, offset, size })]);
  return {
    ...end,
    text: Buffer.concat(answers.map((each) => Buffer.from(ReadContentResponse.decode(each).data))).toString(),
  };
};
const info = (client: Client, digest: string, id = "local:cache0") =>
  new Promise<{ digest: string; size: number } | undefined>((resolve, reject) => {
    const metadata = new Metadata();
    metadata.add("buildkit-attachable-store-id", id);
    const asIs = (bytes: Buffer) => bytes;
    client.makeUnaryRequest(`${SERVICE}/Info`, asIs, asIs, InfoRequest.encode({ digest }), metadata, (error, answer) =>
      error ? reject(error) : resolve(InfoResponse.decode(answer!).info),
    );
  });

test("what is written, piece by piece, is told and read from then on", async () => {
  const client = await offered();
  const { code, answers } = await wrote(client, pieces);
  expect(code).toBe(status.OK);
  expect(answers.map(({ action, offset }) => [action, offset])).toEqual([
    [stat, 0],
    [write, 4],
    [write, text.length],
    [commit, text.length],
  ]);
  expect(answers.at(-1)!.digest).toBe(digestOf(text));
  expect(readFileSync(join(root, "blobs/sha256", digestOf(text).slice(7)), "utf8")).toBe(text);
  expect(await info(client, digestOf(text))).toEqual({ digest: digestOf(text), size: text.length });
  expect(await read(client, digestOf(text))).toMatchObject({ code: status.OK, text });
  expect(await read(client, digestOf(text), 5, 4)).toMatchObject({ code: status.OK, text: "a st" });
  expect(await read(client, digestOf(text), text.length)).toMatchObject({ code: status.OK, text: "" });
  expect(await read(client, digestOf(text), 99)).toMatchObject({ code: status.OUT_OF_RANGE });
});

test("what is there already is not written again", async () => {
  const client = await offered();
  await wrote(client, pieces);
  expect(await wrote(client, pieces)).toMatchObject({ code: status.ALREADY_EXISTS, answers: [] });
});

test.each([
  { what: "another digest", piece: { expected: digestOf("other") }, code: status.FAILED_PRECONDITION },
  { what: "another size", piece: { total: 3 }, code: status.FAILED_PRECONDITION },
  { what: "another place", piece: { offset: 3 }, code: status.OUT_OF_RANGE },
  { what: "no digest", piece: { expected: "../../etc/passwd" }, code: status.INVALID_ARGUMENT },
])("of what comes with $what nothing is kept", async ({ piece, code }) => {
  const last = { ...pieces.at(-1)!, ...piece };
  expect(await wrote(await offered(), [...pieces.slice(0, -1), last])).toMatchObject({ code });
  expect(readdirSync(join(root, "blobs/sha256"))).toEqual([]);
  expect(readdirSync(join(root, "ingest"))).toEqual([]);
});

test("of what breaks off nothing is kept", async () => {
  expect(await wrote(await offered(), pieces.slice(0, 2))).toMatchObject({ code: status.OK });
  expect(readdirSync(join(root, "ingest"))).toEqual([]);
});

test("what is not there, and a cache that is not offered, are not found", async () => {
  const client = await offered();
  await expect(info(client, digestOf(text))).rejects.toMatchObject({ code: status.NOT_FOUND });
  await expect(info(client, digestOf(text), "constructor")).rejects.toMatchObject({ code: status.NOT_FOUND });
  expect(await read(client, digestOf(text))).toMatchObject({ code: status.NOT_FOUND });
  await expect(info(client, "../passwd")).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });
  expect(existsSync(join(root, "blobs"))).toBe(false);
});

test("a session without caches offers none", async () => {
  const { session } = await open({});
  expect(session.headers["X-Docker-Expose-Session-Grpc-Method"]).not.toContainEqual(expect.stringContaining(SERVICE));
});
