import { allStandIns } from "../../../../offline/images";
import { ensureMirror } from "../../../../offline/mirror";
import { openEngine } from "../../../setup/engine";
import { chooseEngine } from "../../../setup/engine-address";

/** Run in a machine: serves the labs' images to whoever's engine it is, as `./lab deploy` does before it deploys. */
async function main(): Promise<void> {
  const engine = openEngine(chooseEngine());
  await ensureMirror(engine, allStandIns, (line) => console.error(line));
  engine.close();
}

void main();
