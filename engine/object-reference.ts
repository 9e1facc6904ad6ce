export type ObjectKind =
  | "container"
  | "network"
  | "volume"
  | "image"
  | "exec"
  | "node"
  | "service"
  | "task"
  | "secret"
  | "config"
  | "plugin"
  | "swarm"
  | "engine";

/** What a call is about, for its errors. */
export interface ObjectReference {
  readonly kind: ObjectKind;
  readonly name: string;
}
