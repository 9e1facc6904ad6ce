import { defaultUrl, Engine } from "../../../../engine";
import { allStandIns } from "../../../../offline/images";
import { ensureMirror } from "../../../../offline/mirror";

/** Run in a machine: serves the labs' images there, as `./lab deploy` does before it deploys. */
async function main(): Promise<void> {
  const engine = Engine.at(defaultUrl);
  await ensureMirror(engine, allStandIns, (line) => console.error(line));
  engine.close();
}

void main();
