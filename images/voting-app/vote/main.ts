/** Takes one vote per browser, known by a cookie. A vote is answered with success once redis has it. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isChoice } from "../service/choices";
import { languageOf } from "../service/language";
import { sendPage } from "../service/page";
import { serve } from "../service/serve";
import { close, isOpen, put } from "./ballot-box";
import { votePage } from "./page";

const MOST_BYTES = 1_024;
const COOKIE = "voter_id";
const YEAR = 31_536_000;
/** Seconds in which the ballot box mostly is back. */
const RETRY_AFTER = "2";
/** Milliseconds that a vote under way has to be stored once the task is told to stop. */
const GRACE = 4_000;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://vote");
  if (pathname === "/healthz") return health(response);
  if (pathname !== "/") return refuse(response, 404, "there is nothing here");
  const voter = voterOf(request) ?? randomBytes(8).toString("hex");
  const language = languageOf(request.headers["accept-language"]);
  const headers = { "Set-Cookie": `${COOKIE}=${voter}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax` };
  if (request.method === "GET" || request.method === "HEAD")
    return sendPage(response, 200, votePage(undefined, false, language), headers);
  if (request.method !== "POST")
    return refuse(response, 405, "GET the page, or POST a vote", { Allow: "GET, HEAD, POST" });
  const body = await bodyOf(request);
  if (body === undefined)
    return refuse(response, 413, `a vote has at most ${MOST_BYTES} bytes`, { Connection: "close" });
  const vote = new URLSearchParams(body).get("vote");
  if (!isChoice(vote)) return refuse(response, 400, "vote must be a or b");
  const failed = await put(voter, vote, () => !response.destroyed).then(
    () => false,
    (error: Error) => {
      console.error(`vote not stored: ${error.message}`);
      return true;
    },
  );
  const again = failed ? { "Retry-After": RETRY_AFTER } : undefined;
  sendPage(response, failed ? 503 : 200, votePage(failed ? undefined : vote, failed, language), {
    ...headers,
    ...again,
  });
}

const voterOf = ({ headers }: IncomingMessage): string | undefined =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-f]{1,64})(?:;|$)`).exec(headers.cookie ?? "")?.[1];

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function health(response: ServerResponse): Promise<void> {
  const open = await isOpen();
  refuse(response, open ? 200 : 503, open ? "ok" : "redis does not answer");
}

function refuse(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "Content-Type": "text/plain", ...headers });
  response.end(`${text}\n`);
}

serve(answer, close, GRACE);
