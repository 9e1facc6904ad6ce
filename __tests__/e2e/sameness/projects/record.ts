import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Engines } from "../../../../engine";
import { byCompose } from "./by-compose";
import { documents } from "./documents";
import type { Inspected } from "./inspected";
import { OwnNames } from "./own-names";

/**
 * Records what `docker compose up -d` makes of each document on this machine's engine.
 *
 *     node -r tsx/cjs __tests__/e2e/sameness/projects/record.ts PATH-OF-DOCKER-COMPOSE
 */
async function main(program: string): Promise<void> {
  const engines = new Engines();
  const engine = engines.at();
  const names = await OwnNames.choose();
  await engine.networks.create({ Name: names.network });
  const projects: Record<string, Inspected | string> = {};
  for (const document of documents) {
    projects[document.name] = await byCompose(engine, program, document, names);
    if (typeof projects[document.name] === "string") console.error(document.name, projects[document.name]);
  }
  const compose = execFileSync(program, ["version", "--short"], { encoding: "utf8" }).trim();
  const { Version } = await engine.system.version();
  const recorded = { compose, engine: Version, projects };
  writeFileSync(join(__dirname, "fixtures/recorded.json"), `${JSON.stringify(recorded, undefined, 1)}\n`);
  await engine.networks.remove(names.network);
  engines.close();
}

void main(process.argv[2]!);
