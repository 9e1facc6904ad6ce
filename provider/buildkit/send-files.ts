import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { BuildContextError, type Entry, type Filter, walk } from "../../build-context";
import type { MessageStream } from "../grpc/message-stream";
import { goFileMode } from "./file-mode";
import { Packet, PacketType } from "./messages";

/** Bytes of a file in one packet; the receiver takes up to 4 MiB. */
const CHUNK = 64 * 1024;
const SECOND = 1_000_000_000n;

/**
 * Sends a folder to a receiver that may have most of it from before: first what there is, then the content of those
 * files that it asks for. Files are read as they are sent, one after the other.
 * Protocol: https://github.com/tonistiigi/fsutil (send.go, receive.go)
 *
 * @throws BuildContextError, after the receiver has been told
 */
export async function sendFiles(stream: MessageStream, root: string, filter: Filter): Promise<void> {
  const files = new Map<number, Entry>();
  const described = describe(stream, root, filter, files);
  const answered = answer(stream, root, files);
  // Whichever fails first is the reason; the other then fails for want of its stream.
  answered.catch(() => {});
  await Promise.all([described, answered]);
  await send(stream, { type: PacketType.finish });
}

/** Sends what is asked for, one file after the other, until the receiver has all it wants. */
function answer(stream: MessageStream, root: string, files: Map<number, Entry>): Promise<void> {
  return new Promise((resolve, reject) => {
    let sent = Promise.resolve();
    stream.on("data", (bytes: Buffer) => {
      const { type, id, data } = Packet.decode(bytes);
      if (type === PacketType.error) reject(new Error(`the receiver gave up: ${Buffer.from(data)}`));
      if (type === PacketType.request) sent = sent.then(() => sendContent(stream, root, id, files));
      if (type === PacketType.finish) sent.then(resolve, reject);
      sent.catch(reject);
    });
    for (const event of ["end", "close"]) stream.on(event, () => reject(new Error("the receiver is gone")));
  });
}

async function describe(stream: MessageStream, root: string, filter: Filter, files: Map<number, Entry>): Promise<void> {
  try {
    let id = 0;
    for (const entry of walk(root, filter)) {
      if (entry.kind === "file") files.set(id, entry);
      await send(stream, { type: PacketType.stat, stat: statOf(entry) });
      id++;
    }
    await send(stream, { type: PacketType.stat });
  } catch (error) {
    await send(stream, { type: PacketType.error, data: Buffer.from((error as Error).message) });
    throw error;
  }
}

/** Owned by root, as Docker sends a context. */
const statOf = (entry: Entry) => ({
  path: entry.path,
  mode: goFileMode(entry),
  size: entry.size,
  modified: Number(timeOf(entry)),
  linkname: entry.target,
});

/**
 * The receiver takes a file of the same size and time for the one it has. Times can be set back and sizes be the same
 * by chance, so the fraction of a second, which no layer keeps, tells of any change of the file since.
 */
function timeOf({ modified, changed }: Entry): bigint {
  const fraction = createHash("sha256").update(String(changed)).digest().readUInt32BE() % Number(SECOND);
  return (modified / SECOND) * SECOND + BigInt(fraction);
}

async function sendContent(stream: MessageStream, root: string, id: number, files: Map<number, Entry>): Promise<void> {
  const entry = files.get(id);
  if (!entry) throw new Error(`the receiver asked for file ${id}, which it was not told of`);
  files.delete(id);
  const file = join(root, entry.path);
  try {
    for await (const data of createReadStream(file, { highWaterMark: CHUNK }))
      await send(stream, { type: PacketType.data, id, data });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    const problem =
      code === "ENOENT" ? new BuildContextError("changed", file) : new BuildContextError("unreadable", file, code);
    await send(stream, { type: PacketType.error, data: Buffer.from(problem.message) });
    throw problem;
  }
  await send(stream, { type: PacketType.data, id });
}

/** Waits for the receiver where it does not keep up. */
async function send(stream: MessageStream, packet: Parameters<typeof Packet.encode>[0]): Promise<void> {
  if (stream.destroyed) throw new Error("the receiver is gone");
  if (stream.write(Packet.encode(packet))) return;
  const gone = new AbortController();
  const onClose = () => gone.abort();
  stream.once("close", onClose);
  try {
    await once(stream, "drain", { signal: gone.signal });
  } finally {
    stream.off("close", onClose);
  }
}
