/** A container that commands can be run in. */
export interface RunningContainer {
  /** The engine's id of it: another container under the same name has another one. */
  readonly containerId: string;
}
