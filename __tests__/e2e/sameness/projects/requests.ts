import { mkdtempSync, rmSync } from "node:fs";
import { request as ask, createServer, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

/** A request that changed something on an engine. Names stand for ids: `<id of NAME>`. */
export interface Recorded {
  readonly method: "POST" | "PUT";
  /** With its query, without the version of the API. */
  readonly path: string;
  /** JSON, or an archive in base64. */
  readonly body?: unknown;
}

/** What makes a project, and starts it. */
const MAKES =
  /^\/(networks\/create|volumes\/create|containers\/create|networks\/[^/]+\/connect|containers\/[^/]+\/(start|archive))\b/;

export const idOf = (name: string): string => `<id of ${name}>`;

/** Stands before an engine, and writes down what is asked of it. */
export class RecordingProxy {
  private readonly seen: Recorded[] = [];
  /** Names of containers and networks, by the ids that they were given. */
  private readonly names = new Map<string, string>();

  private constructor(
    private readonly folder: string,
    private readonly server: Server,
  ) {}

  static async before(socketPath: string): Promise<RecordingProxy> {
    const folder = mkdtempSync(join(tmpdir(), "recording-"));
    const server = createServer();
    const proxy = new RecordingProxy(folder, server);
    server.on("request", async (request, response) => {
      const { method, url: path, headers } = request;
      const body = await buffer(request);
      const onward = ask({ socketPath, method, path, headers }, async (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        if (!MAKES.test(pathOf(path!)) || method === "GET") return void answer.pipe(response);
        const told = await buffer(answer);
        proxy.note(request, body, told);
        response.end(told);
      });
      onward.on("error", () => response.destroy());
      onward.end(body);
    });
    await new Promise<void>((resolve) => server.listen(join(folder, "engine.sock"), resolve));
    return proxy;
  }

  get url(): string {
    return `unix://${join(this.folder, "engine.sock")}`;
  }

  /** What was asked since the last time. */
  take(): Recorded[] {
    return this.seen.splice(0);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true });
  }

  private note({ method, url, headers }: IncomingMessage, body: Buffer, told: Buffer): void {
    const path = pathOf(url!);
    const isJson = headers["content-type"]?.startsWith("application/json") && body.length > 0;
    const content = isJson ? JSON.parse(body.toString()) : body.length > 0 ? body.toString("base64") : undefined;
    this.seen.push(this.named({ method: method as "POST", path, body: content }));
    const { Id } = (told.length > 0 ? JSON.parse(told.toString()) : {}) as { Id?: string };
    const name =
      new URLSearchParams(path.split("?")[1]).get("name") ?? (content as { Name?: string } | undefined)?.Name;
    if (Id && name) this.names.set(Id, name);
  }

  private named(recorded: Recorded): Recorded {
    let text = JSON.stringify(recorded);
    for (const [id, name] of this.names) text = text.replaceAll(id, idOf(name));
    return JSON.parse(text) as Recorded;
  }
}

const pathOf = (url: string): string => url.replace(/^\/v[\d.]+/, "");

/** Asks the same of an engine: ids are those that it gives. */
export async function replay(socketPath: string, requests: readonly Recorded[]): Promise<void> {
  const ids = new Map<string, string>();
  for (const recorded of requests) {
    let text = JSON.stringify(recorded);
    for (const [name, id] of ids) text = text.replaceAll(idOf(name), id);
    const { method, path, body } = JSON.parse(text) as Recorded;
    const isArchive = typeof body === "string";
    const content = isArchive ? Buffer.from(body, "base64") : body === undefined ? "" : JSON.stringify(body);
    const headers = { "Content-Type": isArchive ? "application/x-tar" : "application/json" };
    const told = await answered(socketPath, { method, path, headers }, content);
    const name = new URLSearchParams(path.split("?")[1]).get("name") ?? (body as { Name?: string } | undefined)?.Name;
    const { Id } = (told === "" ? {} : JSON.parse(told)) as { Id?: string };
    if (Id && name) ids.set(name, Id);
  }
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function answered(socketPath: string, asked: Asked, content: Buffer | string): Promise<string> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    ask({ socketPath, ...asked }, resolve)
      .on("error", reject)
      .end(content);
  });
  const told = (await buffer(answer)).toString();
  if (answer.statusCode! >= 300 && answer.statusCode !== 304)
    throw new Error(`${asked.method} ${asked.path}: ${answer.statusCode} ${told}`);
  return told;
}
