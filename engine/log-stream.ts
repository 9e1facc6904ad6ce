/** Which of a process's streams a frame belongs to. */
export type StreamName = "stdin" | "stdout" | "stderr";

/** A piece of one stream, in the order in which the engine wrote it. A large frame may arrive as several. */
export interface Frame {
  readonly stream: StreamName;
  readonly data: Buffer;
}

/** The engine itself speaks, in place of the process: what follows is its error. */
const systemError = 3;
const streams: readonly StreamName[] = ["stdin", "stdout", "stderr"];
const headerLength = 8;

/** More than any error says, in bytes. */
const longestFailure = 65_536;

/** What the bytes were is wrong, not what they said. */
export class MalformedLogStream extends Error {
  override readonly name = "MalformedLogStream";
  readonly code = "MALFORMED_LOG_STREAM";
}

/** An error that the engine wrote into the stream of a process. */
export class LogStreamFailure extends Error {
  override readonly name = "LogStreamFailure";
}

/**
 * Takes apart what the engine sends for a process without a terminal: frames of a header (stream, three zeros, length
 * as four bytes, big-endian) and data. Holds back no data: of a frame that arrives in pieces, each piece is given at once.
 * Source: https://docs.docker.com/reference/api/engine/ (ContainerAttach, "Stream format").
 */
export class LogStreamDecoder {
  private readonly header = Buffer.alloc(headerLength);
  private headerBytes = 0;
  private stream = 0;
  private missing = 0;
  private readonly failure: Buffer[] = [];

  /**
   * The frames, or pieces of frames, that `chunk` brings.
   *
   * @throws MalformedLogStream, LogStreamFailure
   */
  write(chunk: Buffer): Frame[] {
    const frames: Frame[] = [];
    let offset = 0;
    while (offset < chunk.length) {
      offset = this.missing > 0 ? this.takeData(chunk, offset, frames) : this.takeHeader(chunk, offset);
    }
    return frames;
  }

  /** @throws MalformedLogStream where the stream ends inside a frame */
  end(): void {
    if (this.headerBytes > 0 || this.missing > 0)
      throw new MalformedLogStream(
        `the stream ended inside a frame, ${this.missing || headerLength - this.headerBytes} bytes early`,
      );
  }

  private takeHeader(chunk: Buffer, start: number): number {
    const end = Math.min(chunk.length, start + headerLength - this.headerBytes);
    this.headerBytes += chunk.copy(this.header, this.headerBytes, start, end);
    if (this.headerBytes < headerLength) return end;
    this.headerBytes = 0;
    this.stream = this.header[0] ?? 0;
    this.missing = this.header.readUInt32BE(4);
    const endless = this.stream === systemError && this.missing > longestFailure;
    if (this.stream > systemError || endless || this.header.readUIntBE(1, 3) !== 0)
      throw new MalformedLogStream(`no frame begins with the bytes ${this.header.toString("hex")}`);
    if (this.missing === 0 && this.stream === systemError) this.fail();
    return end;
  }

  private takeData(chunk: Buffer, start: number, frames: Frame[]): number {
    const end = Math.min(chunk.length, start + this.missing);
    const data = chunk.subarray(start, end);
    this.missing -= data.length;
    const stream = streams[this.stream];
    if (stream) frames.push({ stream, data });
    else this.failure.push(data);
    if (!stream && this.missing === 0) this.fail();
    return end;
  }

  private fail(): never {
    throw new LogStreamFailure(Buffer.concat(this.failure).toString().trim());
  }
}

/** The frames of a process's output; with a terminal all of it is standard output, as it comes. */
export async function* demultiplex(
  stream: AsyncIterable<Buffer>,
  options: { readonly tty?: boolean } = {},
): AsyncGenerator<Frame> {
  const decoder = new LogStreamDecoder();
  for await (const data of stream) {
    if (options.tty) yield { stream: "stdout", data };
    else yield* decoder.write(data);
  }
  decoder.end();
}
