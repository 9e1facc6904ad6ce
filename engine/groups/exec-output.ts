import type { Duplex } from "node:stream";
import { LogStreamDecoder } from "../log-stream";
import { CollectedOutput, type Output } from "../output";

export interface ReadOptions {
  readonly tty: boolean;
  /** A command may end before it has read its input: the engine then resets the connection, after all output. */
  readonly mayBeReset: boolean;
}

const resets = ["ECONNRESET", "connection-lost"];

/**
 * All that comes over a hijacked connection. By events, not by iteration: what was read before a reset is not lost.
 *
 * @throws the error that ended the connection, MalformedLogStream, LogStreamFailure, EngineError "answer-too-large"
 */
export function readToEnd(connection: Duplex, { tty, mayBeReset }: ReadOptions): Promise<Output> {
  return new Promise((resolve, reject) => {
    const decoder = new LogStreamDecoder();
    const frames = new CollectedOutput();
    const attempt = (run: () => void) => {
      try {
        run();
      } catch (error) {
        connection.destroy();
        reject(error);
      }
    };
    const finish = () =>
      attempt(() => {
        decoder.end();
        resolve(frames.end());
      });
    connection
      .on("data", (data: Buffer) =>
        attempt(() => {
          for (const frame of tty ? [{ stream: "stdout", data } as const] : decoder.write(data)) frames.add(frame);
        }),
      )
      .on("end", finish)
      .on("error", (error: NodeJS.ErrnoException) => {
        if (mayBeReset && resets.includes(error.code ?? "")) finish();
        else reject(error);
      })
      .on("close", finish);
  });
}
