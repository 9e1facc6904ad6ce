import { headline, ProblemError } from "../problem";
import type { ObjectReference } from "./object-reference";

/** Why a call failed. Closed: each code has its row in `remedies`. */
export type EngineErrorCode =
  // the address
  | "bad-address"
  // no answer
  | "unreachable"
  | "refused"
  | "unknown-host"
  | "permission-denied"
  | "connection-lost"
  | "unresponsive"
  | "tls-untrusted"
  | "tls-refused"
  | "tls-mismatch"
  | "tls-material"
  | "ssh-missing"
  | "ssh-host-key"
  | "ssh-unauthorized"
  | "ssh-failed"
  | "docker-cli-missing"
  | "container-absent"
  | "container-stopped"
  | "unhealthy"
  // given up
  | "aborted"
  | "timeout"
  // the engine said no
  | "not-found"
  | "name-taken"
  | "in-use"
  | "endpoints-lost"
  | "port-taken"
  | "address-taken"
  | "addresses-used-up"
  | "dependency-absent"
  | "removal-in-progress"
  | "conflict"
  | "out-of-sequence"
  | "cached-image-gone"
  | "unauthorized"
  | "registry-unreachable"
  | "registry-untrusted"
  | "registry-limited"
  | "registry-failing"
  | "command-not-found"
  | "no-space"
  | "bad-request"
  | "forbidden"
  | "not-a-swarm-manager"
  | "no-leader"
  | "manager-unreachable"
  | "swarm-locked"
  | "already-in-swarm"
  | "still-leaving"
  | "version-too-old"
  | "client-too-old"
  | "unsupported"
  | "server-error"
  | "malformed-response"
  | "answer-too-large";

/** What of a container's request keeps it from being made or started. */
export type ContainerFault =
  | "image-absent"
  | "network-absent"
  | "container-absent"
  | "container-joined"
  | "port-taken"
  | "address-refused"
  | "mount-source"
  | "mount-twice"
  | "mount"
  | "device"
  | "gpus"
  | "command"
  | "working-directory"
  | "user"
  | "capabilities"
  | "security-options"
  | "cpus"
  | "cpu-set"
  | "memory"
  | "runtime"
  | "log-driver"
  | "log-destination"
  | "log-options"
  | "storage-options"
  | "sysctls"
  | "ulimit"
  | "read-only-upload"
  | "upload-over-folder";

/** The same with what the engine's words name. */
export interface Fault {
  readonly is: ContainerFault;
  readonly parts: readonly string[];
}

export interface EngineErrorFields {
  readonly code: EngineErrorCode;
  /** What failed, in lower case, without a full stop. */
  readonly what: string;
  /** The change that helps, a sentence. */
  readonly remedy: string;
  /** The engine's (or ssh's, or the system's) own message. */
  readonly engineMessage?: string;
  /** Method and path of the call, `POST /containers/create`. */
  readonly call?: string;
  /** The object that the call was about. */
  readonly object?: ObjectReference;
  /** Canonical URL of the engine. */
  readonly address?: string;
  /** HTTP status, where the engine answered. */
  readonly status?: number;
  readonly fault?: Fault;
  readonly cause?: unknown;
}

/** Characters of others' messages that an error shows: an engine behind a proxy may answer with a page. */
const LONGEST_MESSAGE = 2000;

/** The beginning of a long message, and how long it is in all. */
export const excerpt = (message: string): string =>
  message.length > LONGEST_MESSAGE
    ? `${message.slice(0, LONGEST_MESSAGE)}… (${message.length} characters in all)`
    : message;

/** Whatever keeps a call from its answer, told so that a person can act on it. */
export class EngineError extends ProblemError<EngineErrorCode> {
  override readonly name = "EngineError";
  readonly #fields: EngineErrorFields;
  readonly what: string;
  readonly remedy: string;
  readonly engineMessage: string | undefined;
  readonly call: string | undefined;
  readonly object: ObjectReference | undefined;
  readonly address: string | undefined;
  readonly status: number | undefined;
  readonly fault: Fault | undefined;

  constructor({ engineMessage, ...others }: EngineErrorFields) {
    const fields = { ...others, engineMessage: engineMessage && excerpt(engineMessage) };
    const { code, what, remedy, call, address } = fields;
    const where = [call, address && `at ${address}`].filter(Boolean).join(" ");
    const problem = { code, where, what, said: fields.engineMessage, remedy };
    super([problem], headline(problem), { cause: fields.cause });
    this.#fields = fields;
    this.what = what;
    this.remedy = remedy;
    this.engineMessage = fields.engineMessage;
    this.call = call;
    this.object = fields.object;
    this.address = address;
    this.status = fields.status;
    this.fault = fields.fault;
  }

  /** The same error, told of a call that it kept from its answer. */
  during(call: string, object: ObjectReference | undefined): EngineError {
    return new EngineError({ ...this.#fields, call, object, cause: this.cause ?? this });
  }
}

/** Whether `error` is an EngineError with one of the codes; with any code where none is named. */
export function isEngineError(error: unknown, ...codes: EngineErrorCode[]): error is EngineError {
  return error instanceof EngineError && (codes.length === 0 || codes.includes(error.code));
}
