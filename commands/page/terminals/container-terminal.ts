import type { Duplex } from "node:stream";
import { type Engine, isEngineError } from "../../../engine";
import type { TerminalSize } from "../protocol";
import { SessionId, tellSession } from "./session-id";
import type { Terminal, TerminalListener } from "./terminal";

/** Tells its session, then becomes the best shell that there is. */
const shell = `${tellSession}; if command -v bash >/dev/null 2>&1; then exec bash; else exec sh; fi`;

/**
 * Ends every process of a session, politely first, and waits until they have ended: an exec whose connection is gone
 * lives on, and the Engine API has no call that ends it. What is dead and waits for its parent (Z) has.
 */
const endSession = `
signal=HUP
tries=0
while [ "$tries" -lt 50 ]; do
  left=
  for stat in /proc/[0-9]*/stat; do
    { read -r line < "$stat"; } 2>/dev/null || continue
    set -- $1 \${line##*) }
    [ "$5" = "$1" ] && [ "$2" != Z ] || continue
    left=yes
    pid=\${stat#/proc/}
    kill -$signal "\${pid%/stat}" 2>/dev/null
  done
  [ "$left" ] || exit 0
  signal=KILL
  tries=$((tries + 1))
  sleep 0.1
done`;

/** A shell in a container, over the engine's exec. @throws EngineError where the container does not run, or has no shell */
export async function openContainerTerminal(
  engine: Engine,
  container: string,
  size: TerminalSize,
  listener: TerminalListener,
): Promise<Terminal> {
  const id = await engine.exec.create(container, {
    Cmd: ["sh", "-c", shell],
    Env: ["TERM=xterm-256color"],
    Tty: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
  });
  const connection = await engine.exec.start(id, { tty: true });
  const terminal = new ContainerTerminal(engine, container, id, connection, listener);
  await terminal.fit(size);
  return terminal;
}

class ContainerTerminal implements Terminal {
  private readonly session = new SessionId();
  private isOver = false;

  constructor(
    private readonly engine: Engine,
    private readonly container: string,
    private readonly id: string,
    private readonly connection: Duplex,
    listener: TerminalListener,
  ) {
    connection
      .on("data", (data: Buffer) => {
        const output = this.session.takeFrom(data);
        if (output.length > 0) listener.printed(output);
      })
      .on("error", () => connection.destroy())
      .on("end", () => connection.destroy())
      .on("close", () => {
        this.isOver = true;
        listener.ended();
      });
  }

  write(input: Buffer): void {
    this.connection.write(input);
  }

  resize(size: TerminalSize): void {
    void this.fit(size);
  }

  /** A shell that has ended meanwhile needs no size. */
  async fit({ columns, rows }: TerminalSize): Promise<void> {
    await ignoring(this.engine.exec.resize(this.id, { width: columns, height: rows }));
  }

  async end(): Promise<void> {
    const { session } = this;
    const isRunning = !this.isOver;
    this.connection.destroy();
    if (!isRunning || session.id === undefined) return;
    await ignoring(this.engine.exec.run(this.container, { cmd: ["sh", "-c", endSession, "sh", session.id] }));
  }
}

async function ignoring(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isEngineError(error)) throw error;
  }
}
