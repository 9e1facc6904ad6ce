import { EngineError, type EngineErrorCode } from "./errors";
import type { LimitName, LimitReached } from "./limits";

interface Meaning {
  readonly code: EngineErrorCode;
  readonly says: (allowed: number) => string;
  readonly remedy: string;
}

const seconds = (milliseconds: number) => `${milliseconds / 1000} s`;
const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1_048_576))} MB`;

const STUCK =
  "It hangs, or is no Docker engine: look into its log (`journalctl -u docker`), start it again (`systemctl restart docker`), or give the address of another.";
const NO_ENGINE = "Give the address of a Docker engine, or ask it for less: a filter shortens a list.";

const meanings: Readonly<Record<LimitName, Meaning>> = {
  connect: {
    code: "unresponsive",
    says: (allowed) => `does not take a connection within ${seconds(allowed)}`,
    remedy: STUCK,
  },
  head: {
    code: "unresponsive",
    says: (allowed) => `accepts but does not answer: nothing came within ${seconds(allowed)}`,
    remedy: STUCK,
  },
  idle: {
    code: "unresponsive",
    says: (allowed) => `accepts but does not answer to the end: no more came for ${seconds(allowed)}`,
    remedy: STUCK,
  },
  total: {
    code: "unresponsive",
    says: (allowed) => `accepts but does not answer to the end: its answer was not whole after ${seconds(allowed)}`,
    remedy: STUCK,
  },
  bytes: {
    code: "answer-too-large",
    says: (allowed) => `answers with more than ${megabytes(allowed)}`,
    remedy: NO_ENGINE,
  },
};

/** What the limit that was reached says of the engine. @param address its URL */
export function limitError(address: string, { limit, allowed }: LimitReached): EngineError {
  const { code, says, remedy } = meanings[limit];
  return new EngineError({ code, what: `the engine at ${address} ${says(allowed)}`, remedy, address });
}
