import type { IncomingHttpHeaders } from "node:http";
import type { Duplex, Readable } from "node:stream";
import type { EngineError } from "./errors";
import type { CallKind } from "./limits";
import type { ObjectReference } from "./object-reference";
import type { Query } from "./query";
import type { Shape } from "./shape";

export interface CallOptions {
  /** Ends the call: code "aborted", or "timeout" where the signal is `AbortSignal.timeout()`. */
  readonly signal?: AbortSignal;
}

/**
 * Bytes: at once, or as they come, no faster than they are taken. That they are bytes, tar-stream's types do not tell.
 * What comes is read once the engine asks for it: where it never does, whoever made it ends it when the call has failed.
 */
export type Content = Buffer | AsyncIterable<unknown>;

export interface Call extends CallOptions {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  /** Path without the version, each name in it through `segment`. */
  readonly path: string;
  readonly query?: Query;
  /** A list repeats the header. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** Body, sent as JSON. */
  readonly json?: unknown;
  /** Body, sent as it is. */
  readonly content?: Content;
  readonly about?: ObjectReference;
  /** What it may take: see `limits`. @default - "look" for GET and HEAD, "feed" for a stream, else "change" */
  readonly kind?: CallKind;
  /** What the JSON of the answer has to be. Of a list, null is an empty one. @default "object" */
  readonly answer?: Shape;
}

export interface StreamedAnswer {
  readonly headers: IncomingHttpHeaders;
  /** To be read to its end or destroyed: the connection is taken until then. Its errors are EngineErrors. */
  readonly body: Readable;
}

/** One engine's HTTP API. Every method throws EngineError and nothing else. */
export interface Client {
  /** Canonical URL of the engine. */
  readonly address: string;
  /** The engine's own clock at its last answer, in whole seconds since 1970. */
  readonly engineTime: number | undefined;
  /** The version that both sides speak, "1.41"; negotiated by the first call. @param call the one that wants to know */
  apiVersion(call?: CallOptions | Call): Promise<string>;
  /** The JSON of the answer. */
  value<T>(call: Call): Promise<T>;
  /** The same; undefined where the object does not exist. */
  tryValue<T>(call: Call): Promise<T | undefined>;
  /** Reads the answer to its end; false where the engine had nothing to do (304). */
  done(call: Call): Promise<boolean>;
  /** The answer's headers, its body still to be read. */
  stream(call: Call): Promise<StreamedAnswer>;
  /** A JSON value a line, as they come; an error inside the stream is thrown. Resolves when the engine has accepted. */
  messages<T>(call: Call): Promise<AsyncIterable<T>>;
  /** The raw connection under the call, after the engine has given up HTTP on it. Its errors are as they come. */
  hijack(call: Call): Promise<Duplex>;
  /** What keeps a call from its end, told as an EngineError. */
  failure(call: Call, error: unknown): EngineError;
  /** The same stream, its errors told as EngineErrors. */
  told<T>(call: Call, stream: AsyncIterable<T>): AsyncGenerator<T>;
}
