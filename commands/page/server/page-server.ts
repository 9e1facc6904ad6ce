import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { own } from "../../../foreign/own";
import { Access } from "./access";
import type { Asset } from "./assets";
import { safeHeaders } from "./headers";

/** What the page asks for by its path behind the page's own, `live` or `act`. */
export interface Routes {
  /** Files that are read. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** What is asked for, as JSON; undefined where there is no such thing. */
  readonly questions: Readonly<Record<string, (query: URLSearchParams) => Promise<object | undefined>>>;
  /** What changes something; false where that can't be done now. */
  readonly orders: Readonly<Record<string, (query: URLSearchParams) => boolean>>;
  readonly sockets: Readonly<Record<string, (socket: WebSocket, query: URLSearchParams) => void>>;
}

/** More than a person pastes at once. */
const LONGEST_MESSAGE = 1_048_576;

/** Serves the page on 127.0.0.1 alone, to whoever came by its address. */
export class PageServer {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE });

  private constructor(
    private readonly server: Server,
    private readonly access: Access,
    private readonly routes: Routes,
  ) {
    server.on("request", (request, response) => void this.answer(request, response).catch(() => end(response, 500)));
    server.on("upgrade", (request, connection, head) => this.upgrade(request, connection, head));
  }

  /** @param port 0 for any that is free. @throws the listener's error, `EADDRINUSE` for instance */
  static async listen(port: number, routes: Routes): Promise<PageServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(port, "127.0.0.1", resolve);
    });
    return new PageServer(server, new Access((server.address() as AddressInfo).port), routes);
  }

  /** What to open in a browser: whoever has it is let in. */
  get address(): string {
    return this.access.address;
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET" } = request;
    const isRead = method === "GET" || method === "HEAD";
    const judgement = this.access.judge(request, !isRead);
    if (judgement === "refused") return refuse(response);
    if (judgement === "enter") {
      response.writeHead(303, { ...safeHeaders, Location: this.access.path, "Set-Cookie": this.access.cookie }).end();
      return;
    }
    const { name, query } = this.asked(request);
    if (method === "POST") {
      const order = own(this.routes.orders, name);
      return end(response, order === undefined ? 404 : order(query) ? 202 : 409);
    }
    if (!isRead) return end(response, 405);
    const asset = this.routes.assets.get(name || "index.html");
    if (asset) return send(request, response, asset);
    const found = await own(this.routes.questions, name)?.(query);
    if (!found) return end(response, 404);
    response.writeHead(200, { ...safeHeaders, "Content-Type": "application/json" }).end(JSON.stringify(found));
  }

  private upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    connection.on("error", () => connection.destroy());
    if (this.access.judge(request, true) !== "stay")
      return void connection.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    const { name, query } = this.asked(request);
    const open = own(this.routes.sockets, name);
    if (!open) return void connection.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    this.sockets.handleUpgrade(request, connection, head, (socket) => {
      socket.on("error", () => socket.terminate());
      open(socket, query);
    });
  }

  private asked({ url = "/" }: IncomingMessage): { readonly name: string; readonly query: URLSearchParams } {
    const { pathname, searchParams } = new URL(url, "http://host");
    return { name: pathname.slice(this.access.path.length), query: searchParams };
  }
}

function refuse(response: ServerResponse): void {
  response
    .writeHead(403, { ...safeHeaders, "Content-Type": "text/plain; charset=utf-8", Connection: "close" })
    .end("This page is opened by the address that `./lab page` printed.\n");
}

const end = (response: ServerResponse, status: number): void => void response.writeHead(status, safeHeaders).end();

function send({ headers, method }: IncomingMessage, response: ServerResponse, { type, content, zipped }: Asset): void {
  const isZipped = /\bgzip\b/.test(String(headers["accept-encoding"] ?? ""));
  const body = isZipped ? zipped : content;
  const coding = isZipped ? { "Content-Encoding": "gzip" } : {};
  response.writeHead(200, { ...safeHeaders, "Content-Type": type, "Content-Length": body.length, ...coding });
  response.end(method === "HEAD" ? undefined : body);
}
