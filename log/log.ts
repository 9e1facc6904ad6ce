import { writeSync } from "node:fs";
import { printable } from "../foreign/printable";

/** From the most talkative to the least. */
const LEVELS = ["trace", "debug", "info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];

/** Names, counts and times; attribute values are never logged, since any of them may be a secret. */
export type LogFields = { readonly [name: string]: string | number | boolean | undefined };

/**
 * A method for each level that somebody reads; the others are absent, so that nothing is built for them:
 * `log.debug?.("read", { type })`. Errors are always written.
 */
export type Log = { readonly [L in Exclude<Level, "error">]?: Write } & { readonly error: Write };
type Write = (message: string, fields?: LogFields) => void;

/** The variables that say what Terraform's user wants to see: https://developer.hashicorp.com/terraform/internals/debugging */
type Environment = { readonly TF_LOG?: string; readonly TF_LOG_PROVIDER?: string };

/** The log of one part of the provider: JSON lines that Terraform takes over into its own log. */
export function createLog(module: string, environment: Environment, write: (line: string) => void): Log {
  const writer =
    (level: Level): Write =>
    (message, fields) =>
      write(
        `${JSON.stringify({ ...shownFields(fields), "@level": level, "@message": printable(message), "@module": module, "@timestamp": timestamp() })}\n`,
      );
  const wanted = LEVELS.slice(LEVELS.indexOf(leastOf(environment)));
  return Object.fromEntries(wanted.map((level) => [level, writer(level)])) as unknown as Log;
}

const shownFields = (fields: LogFields = {}): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? printable(value) : value]),
  );

/** `createLog` on the environment and standard error of this process. */
export const logOf = (module: string): Log => createLog(module, process.env, writeToStandardError);

function leastOf({ TF_LOG_PROVIDER, TF_LOG }: Environment): Level {
  const asked = (TF_LOG_PROVIDER || TF_LOG || "error").toLowerCase();
  if (asked === "json") return "trace";
  return LEVELS.find((level) => level === asked) ?? (asked === "off" ? "error" : "trace");
}

/** Go's parser wants exactly six digits of a second. */
const timestamp = (): string => new Date().toISOString().replace("Z", "000Z");

/** Straight to the descriptor: `process.stderr` takes milliseconds to load, and dies with Terraform's end of the pipe. */
function writeToStandardError(line: string): void {
  try {
    writeSync(2, line);
  } catch {
    // Nobody reads it any more (EPIPE, EIO), or not now (EAGAIN): a log line is not worth a resource.
  }
}
