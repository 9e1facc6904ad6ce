export * from "./address";
export type * from "./api-types";
export { compareVersions } from "./api-version";
export type { Call, CallOptions, Content } from "./client";
export { type Buildkit, type BuildOptions, Engine, type EngineOptions } from "./engine";
export { Engines, type EnginesOptions } from "./engines";
export { type ContainerFault, EngineError, type EngineErrorCode, isEngineError } from "./errors";
export type { ForceOptions, ListOptions } from "./groups/collection";
export type * from "./groups/container-options";
export type { ExecOptions, ExecResult } from "./groups/exec";
export type {
  CommitOptions,
  ImageRemoveOptions,
  ImportOptions,
  ProgressOptions,
  PullOptions,
  PushOptions,
} from "./groups/images";
export type { LogOptions } from "./groups/log-calls";
export type { ServiceUpdateOptions } from "./groups/services";
export type { SwarmUpdateOptions } from "./groups/swarm";
export type { EventOptions } from "./groups/system";
export { type ImageStore, imageStoreOf } from "./image-store";
export type { Log, LogLevel } from "./log";
export { demultiplex, type Frame, type StreamName } from "./log-stream";
export type { ObjectKind, ObjectReference } from "./object-reference";
export type { Output } from "./output";
export type { Filters, Instant, Query } from "./query";
export { Refused } from "./refused";
export type { TlsMaterial } from "./transports/tcp";
export type { UntilOptions } from "./until";
