import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

/** Nobody waits longer for a page, in milliseconds. */
const PATIENCE = 10_000;

export interface Shot {
  readonly method: "GET" | "POST";
  /** Milliseconds from the start of the load, and of the answer. */
  readonly at: number;
  readonly took: number;
  /** The answer's; undefined where there was none. */
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;
  /** Why there was none. */
  readonly error: string | undefined;
  /** Of a vote. */
  readonly voter: string | undefined;
  readonly vote: "a" | "b" | undefined;
}

export const hasFailed = ({ status = 0 }: Shot): boolean => status < 200 || status >= 400;

export interface Load {
  /** `http://127.0.0.1:5000` */
  readonly url: string;
  /** Requests a second, pages and votes in turn. */
  readonly rate: number;
  readonly seconds: number;
  /** Begins the id of each voter: hexadecimal, another one for each load. */
  readonly voters: string;
}

/** Sends requests by the clock, whether or not the ones before are answered, each once and on a connection of its own. */
export async function openLoop({ url, rate, seconds, voters }: Load): Promise<Shot[]> {
  if (!["127.0.0.1", "localhost"].includes(new URL(url).hostname)) throw new Error(`${url} is not this machine`);
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const start = performance.now();
  const shots: Promise<Shot>[] = [];
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(rate * seconds, Math.floor(((performance.now() - start) / 1000) * rate));
      while (shots.length < due) shots.push(shoot(shots.length));
      if (shots.length < rate * seconds) return;
      clearInterval(timer);
      resolve();
    }, 2);
  });
  return Promise.all(shots);

  function shoot(number: number): Promise<Shot> {
    const isVote = number % 2 === 1;
    const voter = isVote ? `${voters}${number.toString(16).padStart(8, "0")}` : undefined;
    const vote = isVote ? (number % 3 === 0 ? ("a" as const) : ("b" as const)) : undefined;
    const method = isVote ? ("POST" as const) : ("GET" as const);
    const sent = performance.now();
    return new Promise((resolve) => {
      const done = (answer: Partial<Shot>) => {
        clearTimeout(limit);
        const at = sent - start;
        const took = performance.now() - sent;
        resolve({
          method,
          at,
          took,
          status: undefined,
          retryAfter: undefined,
          error: undefined,
          voter,
          vote,
          ...answer,
        });
      };
      const headers = { "Content-Type": "application/x-www-form-urlencoded", Cookie: `voter_id=${voter}` };
      const outgoing = request(url, { method, agent, headers: isVote ? headers : {} }, (answer) => {
        answer.on("error", ({ message }) => done({ error: message }));
        answer.on("end", () => done({ status: answer.statusCode, retryAfter: answer.headers["retry-after"] }));
        answer.resume();
      });
      const limit = setTimeout(() => outgoing.destroy(new Error(`no answer in ${PATIENCE / 1000} s`)), PATIENCE);
      outgoing.on("error", (error: NodeJS.ErrnoException) => done({ error: error.code ?? error.message }));
      outgoing.end(isVote ? `vote=${vote}` : undefined);
    });
  }
}
