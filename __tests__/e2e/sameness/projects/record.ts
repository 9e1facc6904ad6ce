import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Engines } from "../../../../engine";
import { hostDocuments } from "../../../constructs/compose/validate/host-documents";
import { removeNetwork } from "../../remove-network";
import { byCompose } from "./by-compose";
import { documents } from "./documents";
import type { Inspected } from "./inspected";
import { OwnNames } from "./own-names";
import { type Recorded, RecordingProxy } from "./requests";

const read = (name: string) => JSON.parse(readFileSync(join(__dirname, "fixtures", name), "utf8"));

/**
 * Records what `docker compose up -d` makes of each document on this machine's engine, and what it asks it for: of all of
 * them, or of those that are named, beside what is recorded of the others. And what it says of those that it may fail of.
 *
 *     node -r tsx/cjs __tests__/e2e/sameness/projects/record.ts PATH-OF-DOCKER-COMPOSE [NAME…]
 */
async function main(program: string, ...wanted: readonly string[]): Promise<void> {
  const engines = new Engines();
  const engine = engines.at();
  const names = await OwnNames.choose();
  await engine.networks.create({ Name: names.network });
  const proxy = await RecordingProxy.before("/var/run/docker.sock");
  const all = wanted.length === 0;
  const projects: Record<string, Inspected | string> = all ? {} : read("recorded.json").projects;
  const requests: Record<string, readonly Recorded[]> = all ? {} : read("requests.json").requests;
  for (const document of documents.filter(({ name }) => all || wanted.includes(name))) {
    const made = await byCompose(engine, program, document, names, proxy);
    if (typeof made === "string") {
      console.error(document.name, made);
      projects[document.name] = made;
    } else {
      projects[document.name] = made.inspected;
      requests[document.name] = made.requests;
    }
  }
  const failed: Record<string, string> = all ? {} : read("failed.json").failed;
  for (const document of hostDocuments.filter(({ name }) => all || wanted.includes(name))) {
    const made = await byCompose(engine, program, document, names, proxy);
    failed[document.name] = typeof made === "string" ? lastLine(made) : "";
  }
  proxy.close();
  const compose = execFileSync(program, ["version", "--short"], { encoding: "utf8" }).trim();
  const { Version } = await engine.system.version();
  const recorded = { compose, engine: Version, projects };
  const write = (name: string, value: object) =>
    writeFileSync(join(__dirname, "fixtures", name), `${JSON.stringify(value, undefined, 1)}\n`);
  write("recorded.json", recorded);
  write("requests.json", { compose, requests });
  write("failed.json", { compose, engine: Version, failed });
  await removeNetwork(engine, names.network);
  engines.close();
}

/** Its complaint, without the progress before it and without ids. */
const lastLine = (printed: string): string =>
  printed
    .trim()
    .split("\n")
    .at(-1)!
    .replace(/ \([0-9a-f]{64}\)/g, "");

const [program, ...wanted] = process.argv.slice(2);
void main(program!, ...wanted);
