/** Which of a process's streams a frame belongs to. */
export type StreamName = "stdin" | "stdout" | "stderr";

/** A piece of one stream, in the order in which the engine wrote it. A large frame may arrive as several. */
export interface Frame {
  readonly stream: StreamName;
  readonly data: Buffer;
}
