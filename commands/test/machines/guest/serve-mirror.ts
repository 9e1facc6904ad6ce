import { defaultUrl, Engine } from "../../../../engine";
import { imagesOf, standInsFor } from "../../../../offline/images";
import { ensureMirror } from "../../../../offline/mirror";

/** Run in a machine: serves the labs' images there, as `./lab deploy` does before it deploys. */
async function main(): Promise<void> {
  const engine = Engine.at(defaultUrl);
  await ensureMirror(engine, standInsFor(Object.keys(imagesOf)), (line) => console.error(line));
  engine.close();
}

void main();
