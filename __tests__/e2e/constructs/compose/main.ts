/**
 * Records what an engine, and the swarm that it manages, take of parts of a Compose file and what they refuse, for the
 * unit tests of what is told at synth. Needs an engine.
 *
 *     node -r tsx/cjs __tests__/e2e/constructs/compose/main.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ServiceScene } from "../../provider/resources/service/scene";
import { asking } from "./asking";
import { questions } from "./questions";

const file = join(__dirname, "../../../constructs/compose/reference/fixtures/engine.json");

async function record(): Promise<void> {
  const scene = await ServiceScene.open(1);
  try {
    const ask = asking(scene);
    const rows: string[] = [];
    for (const question of questions) rows.push(` ${JSON.stringify({ ...question, ...(await ask(question)) })}`);
    writeFileSync(file, `[\n${rows.join(",\n")}\n]\n`);
  } finally {
    await scene.close();
  }
}

void record();
