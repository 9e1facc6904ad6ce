import { stackName } from "../../constructs/compose/corpus/documents";
import { readRecording } from "../../constructs/compose/corpus/recording";
import { specs } from "../../constructs/compose/differences";
import type { ServiceScene } from "../provider/resources/service/scene";
import { byTheProvider, type Deployed } from "./by-the-provider";
import { comparable, differencesOf, unexpected } from "./comparable";
import { idleSwarm } from "./idle-swarm";

// The Docker client's side is recorded: `./lab test sameness` deploys both, `--record` writes it down.
jest.setTimeout(600_000);

const recording = readRecording();
const compared = comparable(recording);

let scene: ServiceScene;
let deployed: Deployed;
beforeAll(async () => {
  scene = await idleSwarm();
  deployed = await byTheProvider(scene, compared);
});
afterAll(() => scene?.close());

const found = (document: (typeof compared)[number]) =>
  differencesOf(recording.stacks[document.name], deployed.stacks.get(stackName(document)));

test("60 documents at least are deployed, without an error", () => {
  expect(compared.length).toBeGreaterThanOrEqual(60);
  expect(deployed.errors).toEqual([]);
});

test.each(compared)("$name: the engine has the same, field by field, as by `docker stack deploy`", (document) => {
  expect(unexpected(found(document))).toEqual([]);
});

test.each(specs)("a difference that there is: $why", ({ path }) => {
  expect(compared.flatMap(found).filter((each) => path.test(each))).not.toEqual([]);
});

test("a second plan has nothing to do", () => {
  expect(deployed.again).toEqual([]);
});
