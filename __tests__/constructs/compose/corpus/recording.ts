import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a swarm has of a stack, by kind and name; or why the client did not deploy it. */
export type Recorded = Readonly<Record<string, Readonly<Record<string, unknown>>>> | string;

export interface Recording {
  readonly client: string;
  /** Version of the swarm's engine. */
  readonly engine: string;
  /** By name of document. */
  readonly stacks: Readonly<Record<string, Recorded>>;
}

const file = join(__dirname, "fixtures/swarm.json");

/** What `docker stack deploy` made of the corpus; `./lab test sameness --record` writes it down. */
export const readRecording = (): Recording => JSON.parse(readFileSync(file, "utf8"));

/** A line for each stack. */
export function writeRecording({ client, engine, stacks }: Recording): void {
  const rows = Object.entries(stacks).map(([name, told]) => `  ${JSON.stringify(name)}: ${JSON.stringify(told)}`);
  const head = ` "client": ${JSON.stringify(client)},\n "engine": ${JSON.stringify(engine)},`;
  writeFileSync(file, `{\n${head}\n "stacks": {\n${rows.join(",\n")}\n }\n}\n`);
}
