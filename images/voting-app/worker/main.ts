/** Moves votes from redis to Postgres. A vote leaves redis after Postgres has committed it, so none is lost on the way. */
import { setTimeout as delay } from "node:timers/promises";
import { onStop } from "../service/serve";
import { close, done, next, open, taken } from "./queue";
import { closeDatabase, count, prepare, tryParse } from "./tally";

const PAUSE = 200;
let isStopping = false;

onStop(async () => {
  isStopping = true;
  await close();
  await closeDatabase();
});

/** Until it succeeds: the vote is safe where it is. */
async function insist<T>(what: string, call: () => Promise<T>): Promise<T> {
  for (let told = ""; ; ) {
    try {
      return await call();
    } catch (error) {
      if (isStopping) return new Promise(() => undefined);
      const { message } = error as Error;
      if (message !== told) console.error(`${what}: ${message}`);
      told = message;
      await delay(PAUSE);
    }
  }
}

async function handle(entry: string): Promise<void> {
  const vote = tryParse(entry);
  if (vote) await insist("count", () => count(vote));
  await insist("done", () => done(entry));
}

async function main(): Promise<void> {
  await insist("redis", open);
  await insist("postgres", prepare);
  console.log("counting votes");
  while (!isStopping) {
    // An answer may have been lost after redis had moved the vote.
    for (const entry of await insist("taken", taken)) await handle(entry);
    const entry = await next().catch(async ({ message }: Error) => {
      console.error(`next: ${message}`);
      await delay(PAUSE);
      return undefined;
    });
    if (entry !== undefined) await handle(entry);
  }
}

void main();
