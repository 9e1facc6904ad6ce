import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";

/** The body of an answer: read no faster than it is taken, its errors as `failure` tells them; its end ends the call. */
export class AnswerBody extends Readable {
  constructor(
    private readonly message: IncomingMessage,
    failure: (error: unknown) => Error,
  ) {
    super();
    message
      .on("data", (chunk) => {
        if (!this.push(chunk)) message.pause();
      })
      .on("end", () => this.push(null))
      .on("error", (error) => this.destroy(failure(error)));
  }

  override _read(): void {
    this.message.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.message.destroy();
    done(error);
  }
}
