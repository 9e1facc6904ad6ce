import { stackName } from "../../constructs/compose/corpus/documents";
import { type Recording, readRecording, writeRecording } from "../../constructs/compose/corpus/recording";
import type { ServiceScene } from "../provider/resources/service/scene";
import { byTheClient } from "./by-the-client";
import { byTheProvider } from "./by-the-provider";
import { comparable, differencesOf, unexpected } from "./comparable";
import { idleSwarm } from "./idle-swarm";

// Both sides are deployed, each on a swarm of its own: `./lab test sameness`.
jest.setTimeout(1_800_000);

async function onItsOwn<T>(deploy: (scene: ServiceScene) => Promise<T>): Promise<T> {
  const scene = await idleSwarm();
  try {
    return await deploy(scene);
  } finally {
    await scene.close();
  }
}

let theirs: Recording;
beforeAll(async () => {
  theirs = await onItsOwn(byTheClient);
  if (process.env["T_SAMENESS_RECORD"]) writeRecording(theirs);
});

/** What it complains of first is another thing each time, since it takes services in no order. */
const refusalsAlike = ({ stacks }: Recording) =>
  Object.fromEntries(Object.entries(stacks).map(([name, told]) => [name, typeof told === "string" ? "refused" : told]));

test("the Docker client deploys the corpus as it is recorded", () => {
  expect(refusalsAlike(theirs)).toEqual(refusalsAlike(readRecording()));
});

test("this provider deploys what the Docker client does, field by field, and plans nothing more", async () => {
  const documents = comparable(theirs);
  expect(documents.length).toBeGreaterThanOrEqual(60);
  const { stacks, errors, again } = await onItsOwn((scene) => byTheProvider(scene, documents));
  const found = documents.flatMap((document) =>
    unexpected(differencesOf(theirs.stacks[document.name], stacks.get(stackName(document)))),
  );
  expect({ errors, found, again }).toEqual({ errors: [], found: [], again: [] });
});
