import type { Call, CallOptions, Client } from "../client";
import { demultiplex, type Frame } from "../log-stream";
import { encodeInstant, type Instant } from "../query";

export interface LogOptions extends CallOptions {
  /** @default true */
  readonly stdout?: boolean;
  /** @default true */
  readonly stderr?: boolean;
  /** Lines from the end. @default - all */
  readonly tail?: number;
  readonly since?: Instant;
  /** Containers alone. */
  readonly until?: Instant;
  /** Begin each line with its time. @default false */
  readonly timestamps?: boolean;
  /** Begin each line with the log driver's attributes; of a service, with the ids of task, node and service. @default false */
  readonly details?: boolean;
  /** Whether what printed has a terminal. @default - asked of the engine */
  readonly tty?: boolean;
}

/** The query of a log call. */
export function logCall(options: LogOptions, follow: boolean): Call {
  const { signal, tty: _tty, since, until, stdout = true, stderr = true, ...query } = options;
  const times = { since: encodeInstant(since), until: encodeInstant(until) };
  return { method: "GET", path: "/logs", query: { ...query, ...times, stdout, stderr, follow }, signal };
}

/** The answer of a log call, its streams told apart. Resolves when the engine has begun to send. */
export async function logFrames(client: Client, call: Call, tty: boolean): Promise<AsyncIterable<Frame>> {
  const { body } = await client.stream(call);
  return client.told(call, demultiplex(body, { tty }));
}
