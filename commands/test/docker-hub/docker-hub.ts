import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Certificate } from "./authority";

/** Names under which Docker Hub is asked. */
export const hubNames = ["registry-1.docker.io", "auth.docker.io"] as const;

/** How it answers; what is left out is as if it had no such trouble. */
export interface HubBehaviour {
  /** Milliseconds before each answer. */
  readonly slow?: number;
  /** Whether it wants to know who asks, as the real one does: a token of auth.docker.io, which anybody is given. */
  readonly token?: boolean;
  /** Status of every answer of the registry. */
  readonly refuses?: keyof typeof refusals;
}

/** What Docker Hub says. Source: https://docs.docker.com/docker-hub/usage/ */
const refusals = {
  429: {
    type: "application/json",
    text: '{"errors":[{"code":"TOOMANYREQUESTS","message":"You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit"}]}',
  },
  503: {
    type: "text/html",
    text: "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n",
  },
} as const;

const TOKEN = "anybody";

/**
 * Docker Hub, imitated: a front with TLS before a registry that has its images. Whoever is to take it for Docker Hub
 * finds `hubNames` at its address (a hosts file, a DNS server), at port 443, and trusts the authority of its certificate
 * (for ./lab: NODE_EXTRA_CA_CERTS).
 */
export class ImitatedHub {
  /** May be changed while it runs: what is asked from then on is answered so. */
  behaviour: HubBehaviour = { token: true };
  /** `GET /v2/library/alpine/manifests/latest`, in the order in which they came. */
  readonly asked: string[] = [];

  private constructor(
    private readonly registry: URL,
    private readonly server: Server,
  ) {}

  /**
   * @param certificate for `hubNames`
   * @param registry URL of one that has Docker Hub's images under their names, `library/alpine` for instance
   */
  static async start(
    at: { readonly host: string; readonly port: number },
    { cert, key }: Certificate,
    registry: string,
  ): Promise<ImitatedHub> {
    const server = createServer({ cert, key });
    const hub = new ImitatedHub(new URL(registry), server);
    server.on("request", (asked, answer) => void hub.answer(asked, answer));
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(at.port, at.host, resolve));
    return hub;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    this.asked.push(`${asked.method} ${asked.url}`);
    const { slow = 0, token, refuses } = this.behaviour;
    await pause(slow);
    if (asked.url!.startsWith("/token"))
      return send(answer, 200, { token: TOKEN, access_token: TOKEN, expires_in: 300 });
    if (refuses) {
      answer.writeHead(refuses, { "Content-Type": refusals[refuses].type, "Retry-After": "60" });
      answer.end(refusals[refuses].text);
      return;
    }
    if (token && asked.headers.authorization !== `Bearer ${TOKEN}`) return this.challenge(asked.url!, answer);
    this.passOn(asked, answer);
  }

  private challenge(path: string, answer: ServerResponse): void {
    const [, repository] = /^\/v2\/(.+)\/(?:manifests|blobs|tags)\//.exec(path) ?? [];
    const scope = repository ? `,scope="repository:${repository}:pull"` : "";
    const realm = `https://auth.docker.io${this.port === 443 ? "" : `:${this.port}`}/token`;
    answer.setHeader("WWW-Authenticate", `Bearer realm="${realm}",service="registry.docker.io"${scope}`);
    send(answer, 401, { errors: [{ code: "UNAUTHORIZED", message: "authentication required" }] });
  }

  private passOn({ method, url, headers }: IncomingMessage, answer: ServerResponse): void {
    const { authorization: _, host: __, ...others } = headers;
    const passed = request(new URL(url!, this.registry), { method, headers: others }, (answered) => {
      answer.writeHead(answered.statusCode!, answered.headers);
      answered.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    passed.end();
  }
}

function send(answer: ServerResponse, status: number, value: object): void {
  answer.writeHead(status, { "Content-Type": "application/json", "Docker-Distribution-Api-Version": "registry/2.0" });
  answer.end(JSON.stringify(value));
}
