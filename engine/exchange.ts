import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from "node:http";
import type { Duplex } from "node:stream";
import type { Content } from "./client";
import { feed } from "./feed";
import { type Timer, timer } from "./timer";

/** One HTTP request, ready to be sent. */
export interface Outgoing extends RequestOptions {
  readonly content: Content | undefined;
  /** Milliseconds until the answer begins, once there is a connection. @default - no limit */
  readonly head?: number;
  /** Milliseconds more on a new connection. @default 0 */
  readonly reach?: number;
}

/** What came back: an answer, or, for a request with `Upgrade`, the connection itself. */
export type Incoming =
  | { readonly kind: "answer"; readonly message: IncomingMessage }
  | { readonly kind: "upgrade"; readonly connection: Duplex };

/** The request failed on a connection kept from before, which the engine may have closed meanwhile. */
export class StaleConnection extends Error {
  override readonly name = "StaleConnection";
}

/**
 * Sends one request and gives what comes back first. The signal works at every stage, that of connecting included.
 *
 * @throws StaleConnection with the error as its cause, LimitReached, or the connection's own error
 */
export function exchange({ content, signal, head, reach = 0, ...options }: Outgoing): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const sent = request({ ...options, signal });
    const giveUp = (reason: unknown) => {
      sent.destroy();
      reject(reason);
    };
    const onAbort = () => {
      patience?.stop();
      giveUp(signal?.reason);
    };
    let patience: Timer | undefined;
    const settle = <T>(deliver: (value: T) => void) => {
      return (value: T) => {
        patience?.stop();
        signal?.removeEventListener("abort", onAbort);
        deliver(value);
      };
    };
    signal?.addEventListener("abort", onAbort);
    sent
      .once("socket", () => {
        const more = sent.reusedSocket ? 0 : reach;
        patience = timer("head", head === undefined ? undefined : head + more, giveUp);
      })
      .on(
        "response",
        settle((message) => resolve({ kind: "answer", message: message as IncomingMessage })),
      )
      .on("upgrade", (_message, connection, head) => {
        settle(resolve)({ kind: "upgrade", connection: detached(connection, head) });
      })
      .on(
        "error",
        settle((error) => reject(sent.reusedSocket ? new StaleConnection("", { cause: error }) : error)),
      );
    send(sent, content);
  });
}

/** A connection that is no longer http's: what it has ended, it still reads. */
function detached(connection: Duplex, head: Buffer): Duplex {
  connection.allowHalfOpen = true;
  keepReading(connection);
  if (head.length > 0) connection.unshift(head);
  return connection;
}

/** Connections that are kept from before have it already. */
const reading = new WeakSet<Duplex>();

/**
 * Where the other side takes nothing more, it may still have something to say, and a socket that fails to write would
 * be destroyed with all of that unread. So a write that fails stays unanswered: nothing more is written, and the
 * reading goes on to its own end.
 */
function keepReading(connection: Duplex): void {
  if (reading.has(connection)) return;
  reading.add(connection);
  let broken = false;
  const unlessBroken = (done: (error?: Error | null) => void) => (error?: Error | null) => {
    if (error) broken = true;
    else done();
  };
  const write = connection._write.bind(connection);
  connection._write = (chunk, encoding, done) => write(chunk, encoding, unlessBroken(done));
  const writeMany = connection._writev?.bind(connection);
  if (writeMany) connection._writev = (chunks, done) => writeMany(chunks, unlessBroken(done));
  connection.once("end", () => broken && connection.destroy());
}

function send(sent: ClientRequest, content: Content | undefined): void {
  if (content === undefined || Buffer.isBuffer(content)) {
    sent.end(content);
    return;
  }
  // The engine asks for a long body once it wants it; what it refuses is not sent, and its refusal not lost.
  // One that it refuses later, it may end while more is written.
  sent.once("socket", keepReading);
  sent.once("continue", () => feed(content, sent));
  sent.flushHeaders();
}
