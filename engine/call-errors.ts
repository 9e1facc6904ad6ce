import type { Call } from "./client";
import { EngineError } from "./errors";

/** `POST /containers/create` */
export const callText = ({ method, path }: Call): string => `${method} ${path}`;

/** The call's signal ended it. */
export function givenUp(call: Call, address: string): EngineError {
  const timedOut = Object(call.signal?.reason).name === "TimeoutError";
  const about = call.about ? ` (${call.about.kind} ${JSON.stringify(call.about.name)})` : "";
  return new EngineError({
    code: timedOut ? "timeout" : "aborted",
    what: timedOut
      ? `the engine at ${address} did not finish ${callText(call)}${about} in time`
      : `${callText(call)}${about} at ${address} was given up`,
    remedy: "Whether the engine carried it out is unknown: a refresh tells.",
    call: callText(call),
    object: call.about,
    address,
    cause: call.signal?.reason,
  });
}

/** What came is no answer that an engine gives. */
export function malformed(call: Call, address: string, message: string): EngineError {
  return new EngineError({
    code: "malformed-response",
    what: `what answers at ${address} does not answer like a Docker engine`,
    remedy: "Give the address of a Docker engine; a proxy between must pass on upgrades and bodies untouched.",
    engineMessage: message,
    call: callText(call),
    object: call.about,
    address,
  });
}
