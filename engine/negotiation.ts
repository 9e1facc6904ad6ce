import type { IncomingMessage } from "node:http";
import { assertSpoken, isVersion, negotiate } from "./api-version";
import type { Call } from "./client";
import type { EngineError } from "./errors";
import { shaped } from "./shape";

/** What is asked before there is a version to ask it in. */
export const ping: Call = { method: "GET", path: "/_ping", kind: "ping", about: { kind: "engine", name: "engine" } };
const versions: Call = { ...ping, path: "/version" };

/** Calls outside of any version. */
interface Unversioned {
  readonly address: string;
  /** The answer, whatever its status. */
  ask(call: Call): Promise<IncomingMessage>;
  /** The same, once it is known to be no refusal. */
  accepted(call: Call, message: IncomingMessage): Promise<IncomingMessage>;
  body(call: Call, message: IncomingMessage): Promise<string>;
  malformed(call: Call, words: string): EngineError;
}

/** The newest version that both sides speak. @throws EngineError "version-too-old", "client-too-old" */
export async function agreeOnVersion(engine: Unversioned): Promise<string> {
  const message = await engine.ask(ping);
  const newest = message.headers["api-version"];
  if (typeof newest !== "string" || !isVersion(newest)) {
    await engine.accepted(ping, message);
    message.destroy();
    throw engine.malformed(ping, "it does not say which API version it speaks: it is no Docker engine");
  }
  // Read to its end, so that the next call finds the connection free.
  await engine.body(ping, message);
  const version = negotiate(newest, engine.address);
  // Only an engine that is newer than this client can have given up what the client speaks.
  if (version !== newest) assertSpoken({ least: await leastOf(engine, version), newest }, engine.address);
  return version;
}

/** The oldest version that the engine speaks. @param otherwise where it does not say */
async function leastOf(engine: Unversioned, otherwise: string): Promise<string> {
  const body = await engine.body(versions, await engine.accepted(versions, await engine.ask(versions)));
  const least = minimumIn(body);
  if (least === undefined) throw engine.malformed(versions, body);
  return least || otherwise;
}

/** Undefined where that is no answer of an engine, empty where it does not say. */
function minimumIn(body: string): string | undefined {
  try {
    const { MinAPIVersion: least } = shaped(JSON.parse(body), "object") as { MinAPIVersion?: unknown };
    return typeof least === "string" && isVersion(least) ? least : "";
  } catch {
    return undefined;
  }
}
