import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { own } from "../foreign/own";
import { readAnswer } from "./body";

export interface RegistryRequest {
  readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** A stream is sent once: what is read is redirected, and it is not. */
  readonly body?: string | Buffer | Readable;
  /** Take the server for who it says it is. @default false */
  readonly insecure?: boolean;
  /** Milliseconds that a silent server is waited for. @default 30000 */
  readonly patience?: number;
  readonly signal?: AbortSignal;
}

export interface RegistryResponse {
  readonly status: number;
  header(name: string): string | undefined;
  readonly body: Buffer;
}

const MOST_REDIRECTS = 5;

/** One request and its answer, redirects followed where nothing is changed by them. */
export async function exchange(request: RegistryRequest, redirects = 0): Promise<RegistryResponse> {
  const response = await send(request);
  const location = response.header("location");
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (response.status < 300 || response.status > 399 || location === undefined || !isRead) return response;
  if (redirects === MOST_REDIRECTS) throw new Error(`more than ${MOST_REDIRECTS} redirects`);
  const url = new URL(location, request.url);
  // Credentials are for the host that they were given to.
  const { Authorization: _, ...others } = request.headers ?? {};
  return exchange(
    { ...request, url, headers: url.host === request.url.host ? request.headers : others },
    redirects + 1,
  );
}

function send(request: RegistryRequest): Promise<RegistryResponse> {
  const { method, url, headers, body, insecure = false, patience = 30_000, signal } = request;
  const start = url.protocol === "http:" ? plainRequest : secureRequest;
  return new Promise((resolve, reject) => {
    const sent = start(
      url,
      { method, headers: { "User-Agent": "docker-stages", ...headers }, rejectUnauthorized: !insecure, signal },
      (answer) => {
        readAnswer(answer).then(
          (content) =>
            resolve({
              status: answer.statusCode ?? 0,
              header: (name) => own(answer.headers, name.toLowerCase())?.toString(),
              body: content,
            }),
          reject,
        );
      },
    );
    sent.setTimeout(patience, () => sent.destroy(new Error(`no answer in ${patience / 1000} s`)));
    sent.on("error", reject);
    if (body === undefined || typeof body === "string" || Buffer.isBuffer(body)) sent.end(body);
    else pipeline(body, sent).catch(reject);
  });
}
