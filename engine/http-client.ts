import { setMaxListeners } from "node:events";
import type { IncomingMessage } from "node:http";
import { addAbortSignal, type Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { Address } from "./address";
import type { TransportAgent } from "./agent";
import { AnswerBody } from "./answer-body";
import { callText, givenUp, malformed } from "./call-errors";
import type { Call, CallOptions, Client, Content, StreamedAnswer } from "./client";
import { connectionError } from "./connection-errors";
import { EngineError, isEngineError } from "./errors";
import { exchange, type Incoming, StaleConnection } from "./exchange";
import { jsonLines } from "./json-lines";
import { limitError } from "./limit-errors";
import { LimitReached, type Limits, type LimitTable, LONGEST_REFUSAL } from "./limits";
import type { Log } from "./log";
import { LogStreamFailure } from "./log-stream";
import { agreeOnVersion, ping } from "./negotiation";
import { encodeQuery } from "./query";
import { readBeginning, readBody } from "./read-body";
import { refusalError } from "./refusals";
import { Refused } from "./refused";
import { MisshapenAnswer, shaped } from "./shape";

export interface HttpClientOptions {
  readonly address: Address;
  readonly agent: TransportAgent;
  /** The `Host` header. */
  readonly host: string;
  readonly log: Log;
  readonly limits: LimitTable;
  /** Milliseconds that a new connection may need before it carries anything. @default 0 */
  readonly reach?: number;
}

/**
 * A manager passes a call on to the leader. Where that has just died, it says so until it knows of it (heartbeats of
 * some seconds), then waits for the successor itself.
 */
const LONGEST_ELECTION_MS = 30_000;
const BETWEEN_QUESTIONS_MS = 250;

/** Calls of one engine's API over HTTP. */
export class HttpClient implements Client {
  readonly address: string;
  engineTime: number | undefined;
  private version: Promise<string> | undefined;

  constructor(private readonly options: HttpClientOptions) {
    this.address = options.address.url;
  }

  async apiVersion(call: CallOptions | Call = {}): Promise<string> {
    this.version ??= this.askVersion().catch((error) => {
      this.version = undefined;
      throw error;
    });
    try {
      return await unlessAborted(this.version, call.signal);
    } catch (error) {
      // What was given up is the call that wanted to know, not the question.
      throw this.failure("path" in call ? call : { ...ping, ...call }, error);
    }
  }

  async value<T>(call: Call): Promise<T> {
    const message = await this.answer(call);
    try {
      return shaped(JSON.parse(await readBody(message, this.limitsOf(call))), call.answer ?? "object") as T;
    } catch (error) {
      throw this.failure(call, error);
    }
  }

  async tryValue<T>(call: Call): Promise<T | undefined> {
    try {
      return await this.value<T>(call);
    } catch (error) {
      if (isEngineError(error, "not-found")) return undefined;
      throw error;
    }
  }

  async done(call: Call): Promise<boolean> {
    const message = await this.answer(call);
    try {
      await readBody(message, this.limitsOf(call));
    } catch (error) {
      throw this.failure(call, error);
    }
    return message.statusCode !== 304;
  }

  async stream(given: Call): Promise<StreamedAnswer> {
    const call = { kind: "feed", ...given } as const;
    const message = await this.answer(call);
    return { headers: message.headers, body: new AnswerBody(message, (error) => this.failure(call, error)) };
  }

  async messages<T>(given: Call): Promise<AsyncIterable<T>> {
    const call = { kind: "feed", ...given } as const;
    const message = await this.answer(call);
    return this.told(call, this.checked(call, jsonLines<T>(message)));
  }

  async hijack(given: Call): Promise<Duplex> {
    const headers = { Connection: "Upgrade", Upgrade: "tcp", ...given.headers };
    const call = { kind: "feed", ...given, headers } as const;
    const incoming = await this.call(call);
    if (incoming.kind === "upgrade") {
      return call.signal ? addAbortSignal(call.signal, incoming.connection) : incoming.connection;
    }
    await this.accepted(call, incoming.message);
    incoming.message.destroy();
    throw this.malformed(call, "the engine did not give up HTTP on the connection");
  }

  /** The answer, once it is known to be no refusal. What changes nothing is asked again while a swarm elects its leader. */
  private async answer(call: Call): Promise<IncomingMessage> {
    const deadline = performance.now() + LONGEST_ELECTION_MS;
    for (;;) {
      try {
        return await this.answerOnce(call);
      } catch (error) {
        const electing = isEngineError(error, "manager-unreachable") && call.method === "GET";
        if (!electing || performance.now() > deadline) throw error;
      }
      await pause(BETWEEN_QUESTIONS_MS, undefined, { signal: call.signal }).catch((error) => {
        throw this.failure(call, error);
      });
    }
  }

  private async answerOnce(call: Call): Promise<IncomingMessage> {
    return this.accepted(call, this.answered(call, await this.call(call)));
  }

  private answered(call: Call, incoming: Incoming): IncomingMessage {
    if (incoming.kind === "answer") return incoming.message;
    incoming.connection.destroy();
    throw this.malformed(call, "the engine gave up HTTP on the connection");
  }

  private async accepted(call: Call, message: IncomingMessage): Promise<IncomingMessage> {
    const status = message.statusCode ?? 0;
    if ((status >= 200 && status < 300) || status === 304) return message;
    let words: string;
    try {
      words = refusalWords(await readBeginning(message, LONGEST_REFUSAL, this.options.limits.ping));
    } catch (error) {
      throw this.failure(call, error);
    }
    if (status < 400) throw this.malformed(call, `status ${status} ${words}`);
    throw this.refusal(call, status, words);
  }

  private async call(call: Call): Promise<Incoming> {
    // One signal may well end a hundred calls: that many listeners are no leak.
    if (call.signal) setMaxListeners(0, call.signal);
    const version = await this.apiVersion(call);
    return this.send(call, `/v${version}`);
  }

  private async send(call: Call, prefix: string): Promise<Incoming> {
    const { method, path, query, signal } = call;
    const { agent, host, log, reach } = this.options;
    const { headers, content } = outgoing(call);
    const options = {
      agent,
      head: this.limitsOf(call).head,
      reach,
      method,
      path: `${prefix}${path}${encodeQuery(query)}`,
      headers: { ...headers, Host: host },
    };
    const begun = performance.now();
    const told = (status: number | string) =>
      log("debug", "engine call", {
        engine: this.address,
        method,
        path: `${prefix}${path}`,
        status,
        milliseconds: Math.round((performance.now() - begun) * 10) / 10,
      });
    for (;;) {
      try {
        const incoming = await agent.inTurn(() => exchange({ ...options, content, signal }));
        if (incoming.kind === "answer") this.noteTime(incoming.message);
        told(incoming.kind === "answer" ? (incoming.message.statusCode ?? 0) : 101);
        return incoming;
      } catch (error) {
        // Only what changes nothing is asked again, until a new connection is used.
        if (error instanceof StaleConnection && (method === "GET" || method === "HEAD")) continue;
        const failure = this.failure(call, error instanceof StaleConnection ? error.cause : error);
        told(failure.code);
        throw failure;
      }
    }
  }

  private limitsOf({ kind, method }: Call): Limits {
    return this.options.limits[kind ?? (method === "GET" || method === "HEAD" ? "look" : "change")];
  }

  private askVersion(): Promise<string> {
    return agreeOnVersion({
      address: this.address,
      ask: async (call) => this.answered(call, await this.send(call, "")),
      accepted: (call, message) => this.accepted(call, message),
      body: (call, message) =>
        readBody(message, this.options.limits.ping).catch((error) => {
          throw this.failure(call, error);
        }),
      malformed: (call, words) => this.malformed(call, words),
    });
  }

  /** Errors that the engine tells inside a stream that began well. */
  private async *checked<T>(call: Call, lines: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const line of lines) {
      const { error, errorDetail } = shaped(line, "object") as { error?: string; errorDetail?: { message?: string } };
      if (error !== undefined || errorDetail) throw this.refusal(call, 0, errorDetail?.message ?? error ?? "");
      yield line;
    }
  }

  async *told<T>(call: Call, stream: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* stream;
    } catch (error) {
      throw this.failure(call, error);
    }
  }

  private noteTime({ headers }: IncomingMessage): void {
    const milliseconds = Date.parse(headers.date ?? "");
    if (!Number.isNaN(milliseconds)) this.engineTime = milliseconds / 1000;
  }

  failure(call: Call, error: unknown): EngineError {
    const told = this.explained(call, error);
    return told.call === undefined ? told.during(callText(call), call.about) : told;
  }

  private explained(call: Call, error: unknown): EngineError {
    if (error instanceof EngineError) return error;
    if (call.signal?.aborted) return givenUp(call, this.address);
    if (error instanceof SyntaxError || error instanceof MisshapenAnswer) return this.malformed(call, error.message);
    if (error instanceof LimitReached) return limitError(this.address, error);
    if (error instanceof LogStreamFailure || error instanceof Refused) return this.refusal(call, 0, error.message);
    return connectionError(this.options.address, error);
  }

  private refusal(call: Call, status: number, words: string): EngineError {
    return refusalError({
      status,
      engineMessage: words,
      call: callText(call),
      object: call.about,
      address: this.address,
    });
  }

  private malformed(call: Call, words: string): EngineError {
    return malformed(call, this.address, words);
  }
}

function outgoing({ headers, json, content }: Call): {
  headers: Record<string, string | string[]>;
  content: Content | undefined;
} {
  if (content && !Buffer.isBuffer(content))
    return { headers: { Expect: "100-continue", "Transfer-Encoding": "chunked", ...headers }, content };
  const body = content ?? (json === undefined ? undefined : Buffer.from(JSON.stringify(json)));
  const type: Record<string, string> = json === undefined ? {} : { "Content-Type": "application/json" };
  return { headers: { ...type, "Content-Length": String(body?.length ?? 0), ...headers }, content: body };
}

/** Engines answer `{"message": "…"}`; what stands between may answer anything. */
function refusalWords(body: string): string {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === "string" ? message : body;
  } catch {
    return body;
  }
}

/** The promise, or its signal's end, whichever is first; what others wait for too goes on. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
