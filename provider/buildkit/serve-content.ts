import type { IncomingHttpHeaders } from "node:http2";
import { own } from "../../foreign/own";
import type { Methods } from "../grpc/grpc-server";
import type { MessageStream } from "../grpc/message-stream";
import { GrpcError, Status } from "../grpc/status";
import type { BlobWriter, CacheFolder } from "./cache-folder";
import {
  InfoRequest,
  InfoResponse,
  ReadContentRequest,
  ReadContentResponse,
  WriteAction,
  WriteContentRequest,
  WriteContentResponse,
} from "./content-messages";

/** Folders by the ids that the engine calls them by. */
export type CacheFolders = Readonly<Record<string, CacheFolder>>;

const SERVICE = "/containerd.services.content.v1.Content";
/** Source: moby/buildkit, session/content/attachable.go */
const STORE = "buildkit-attachable-store-id";

/** What BuildKit calls of containerd's content service for caches that lie with whoever started the build. */
export function contentMethods(folders: CacheFolders): Methods {
  const chosen = (headers: IncomingHttpHeaders): CacheFolder => {
    const id = String(headers[STORE] ?? "");
    const folder = own(folders, id);
    if (!folder) throw new GrpcError(Status.notFound, `no cache is offered under the id ${JSON.stringify(id)}`);
    return folder;
  };
  return {
    [`${SERVICE}/Info`]: {
      unary: async (request, headers) => {
        const { digest } = InfoRequest.decode(request);
        return InfoResponse.encode({ info: { digest, size: await sizeOf(chosen(headers), digest) } });
      },
    },
    [`${SERVICE}/Read`]: { stream: (call) => void ended(call, () => read(call, chosen(call.headers))) },
    [`${SERVICE}/Write`]: { stream: (call) => void ended(call, () => write(call, chosen(call.headers))) },
  };
}

async function ended(call: MessageStream, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    call.end();
  } catch (error) {
    call.fail(error instanceof GrpcError ? error : new GrpcError(Status.unknown, (error as Error).message));
  }
}

async function sizeOf(folder: CacheFolder, digest: string): Promise<number> {
  const size = await folder.trySize(digest);
  if (size === undefined) throw new GrpcError(Status.notFound, `content ${digest}: not found`);
  return size;
}

async function read(call: MessageStream, folder: CacheFolder): Promise<void> {
  for await (const { digest, offset, size } of received(call, ReadContentRequest)) {
    const whole = await sizeOf(folder, digest);
    if (offset > whole) throw new GrpcError(Status.outOfRange, `${offset} is past the ${whole} bytes of ${digest}`);
    if (offset === whole) continue;
    let sent = 0;
    for await (const data of folder.read(digest, offset, size > 0 ? size : undefined)) {
      await said(call, ReadContentResponse.encode({ offset: sent, data }));
      sent += data.length;
    }
  }
}

type WriteRequest = ReturnType<typeof WriteContentRequest.decode>;

async function write(call: MessageStream, folder: CacheFolder): Promise<void> {
  const writer = await folder.writer();
  try {
    for await (const request of received(call, WriteContentRequest)) {
      await carriedOut(request, writer, folder);
      const { action, total } = request;
      const { offset, digest } = writer;
      await said(call, WriteContentResponse.encode({ action, offset, total, digest }));
      if (action === WriteAction.commit) return;
    }
  } finally {
    await writer.close();
  }
}

async function carriedOut(
  { action, expected, offset, data, total }: WriteRequest,
  writer: BlobWriter,
  folder: CacheFolder,
): Promise<void> {
  if (expected !== "" && (await folder.trySize(expected)) !== undefined)
    throw new GrpcError(Status.alreadyExists, `content ${expected} exists`);
  if (action === WriteAction.stat) return;
  // Of a first piece, and of a commit that adds nothing, no offset is told.
  if (offset !== writer.offset && (offset > 0 || data.length > 0))
    throw new GrpcError(Status.outOfRange, `a write at ${offset} must be at ${writer.offset}`);
  if (data.length > 0) await writer.write(data);
  if (action === WriteAction.commit) await writer.commit(total, expected);
}

async function* received<T>(call: MessageStream, { decode }: { decode(bytes: Buffer): T }): AsyncGenerator<T> {
  // A stream that is read to its end in the usual way is destroyed, and has still to be ended.
  for await (const message of call.iterator({ destroyOnReturn: false })) yield decode(message as Buffer);
}

const said = (call: MessageStream, message: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    call.write(message, (error) => (error ? reject(error) : resolve()));
  });
