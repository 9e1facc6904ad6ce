import { Duplex, type Readable, type Writable } from "node:stream";

/** The process on whose standard input and output the tunnel's bytes travel. */
export interface TunnelProcess {
  readonly input: Writable;
  readonly output: Readable;
  /** The tunnel's bytes in what arrived on `output`; an error ends the tunnel. */
  decode(chunk: Buffer): readonly Buffer[];
  /** Why the process ended, once it has: undefined where all went well. `silent`: no byte of the tunnel ever arrived. */
  ending(silent: boolean): Promise<Error | undefined>;
  /** Ends the process and everything it holds. */
  kill(): void;
  /** Whether it keeps this program alive. */
  ref(): void;
  unref(): void;
}

/** The bytes of a connection carried over the streams of a process, as a stream that http takes for a socket. */
export class Tunnel extends Duplex {
  private silent = true;
  private over = false;

  constructor(private readonly far: TunnelProcess) {
    super({ allowHalfOpen: false });
    far.output
      .on("data", (chunk: Buffer) => this.receive(chunk))
      .on("end", () => this.finish())
      .on("error", () => this.finish())
      .on("close", () => this.finish());
    far.input.on("error", () => this.finish());
  }

  override _read(): void {
    this.far.output.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // A process that is gone says why in `ending`, which is better told than the broken pipe that it leaves.
    this.far.input.write(chunk, (error) => {
      if (error) this.finish().then(() => done());
      else done();
    });
  }

  override _final(done: (error?: Error | null) => void): void {
    this.far.input.end(() => done());
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.over = true;
    this.far.kill();
    done(error);
  }

  ref(): this {
    this.far.ref();
    return this;
  }

  unref(): this {
    this.far.unref();
    return this;
  }

  // What http asks of a socket, and a process has no use for.
  setKeepAlive(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setTimeout(): this {
    return this;
  }

  private receive(chunk: Buffer): void {
    try {
      for (const data of this.far.decode(chunk)) {
        this.silent = false;
        if (!this.push(data)) this.far.output.pause();
      }
    } catch (error) {
      this.destroy(error as Error);
    }
  }

  private async finish(): Promise<void> {
    if (this.over) return;
    this.over = true;
    const error = await this.far.ending(this.silent);
    if (this.destroyed) return;
    if (error) this.destroy(error);
    else this.push(null);
  }
}
