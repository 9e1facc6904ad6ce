import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { Engine, type EngineError, type EngineOptions } from "../../engine";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeEngineOptions extends EngineOptions {
  /** @default "1.41" */
  readonly apiVersion?: string;
  /** Answers pings too, in place of the fake's own answer. @default false */
  readonly ownPing?: boolean;
}

/**
 * A server that speaks real HTTP on a real socket, for faults that no real engine can be brought to. It answers pings
 * by itself; everything else is the handler's.
 */
export class FakeEngine {
  readonly engine: Engine;
  /** Method and path of each request, pings included. */
  readonly requests: string[] = [];
  /** Each connection that was made. */
  readonly connections: Socket[] = [];

  private constructor(
    readonly server: Server,
    readonly directory: string,
    readonly socketPath: string,
    options: EngineOptions,
  ) {
    this.engine = Engine.at(`unix://${socketPath}`, options);
    server.on("connection", (socket: Socket) => this.connections.push(socket));
    server.prependListener("request", (request: IncomingMessage) => this.note(request));
  }

  static async start(handler: Handler, options: FakeEngineOptions = {}): Promise<FakeEngine> {
    const { apiVersion = "1.41", ownPing = false, ...engineOptions } = options;
    const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
      if (!ownPing && request.url === "/_ping") response.setHeader("Api-Version", apiVersion).end("OK");
      else handler(request, response);
    });
    const directory = mkdtempSync(join(tmpdir(), "fake-engine-"));
    const socketPath = join(directory, "engine.sock");
    const fake = new FakeEngine(server, directory, socketPath, engineOptions);
    await fake.listen();
    return fake;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.server.listen(this.socketPath, resolve));
  }

  /** Takes upgrades from now on; until then they are requests like others. */
  onUpgrade(handler: (connection: Duplex) => void): void {
    this.server.on("upgrade", (request: IncomingMessage, connection: Duplex) => {
      this.note(request);
      handler(connection);
    });
  }

  /** Ends every connection, and the server with them. */
  async stop(): Promise<void> {
    const stopped = new Promise((resolve) => this.server.close(resolve));
    for (const connection of this.connections) connection.destroy();
    await stopped;
  }

  async close(): Promise<void> {
    this.engine.close();
    if (this.server.listening) await this.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private note({ method, url }: IncomingMessage): void {
    this.requests.push(`${method} ${url}`);
  }
}

/** A handler that answers everything alike. */
export function answering(status: number, body: unknown): Handler {
  return (_request, response) => {
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  };
}

/** The failure of a call that must fail. */
export const failureOf = (call: Promise<unknown>): Promise<EngineError> =>
  call.then(
    () => {
      throw new Error("the call did not fail");
    },
    (error) => error,
  );
