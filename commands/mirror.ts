import { join } from "node:path";
import type { Engine } from "../engine";
import { defaultFiles, mirrorsOf } from "../offline/daemon-configuration";
import { allStandIns } from "../offline/images";
import { ensureMirror, lookAtMirror } from "../offline/mirror";
import { RegistryClient } from "../offline/registry/client";
import { registryName, tryFindRegistry } from "../offline/registry/container";
import { undoMirror } from "../offline/undo-mirror";
import type { mirrorActions } from "./actions";
import { checkout } from "./checkout";
import { whileAlone } from "./lock";
import { LabProblem } from "./problem";
import { whyNoMirror } from "./setup/docker-hub";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { placeOf } from "./setup/engine-place";
import { quick } from "./setup/hub-reach";
import { changeFindings } from "./setup/lab-file";
import { plainTable } from "./status/table";
import { during, print, say } from "./terminal";
import { mirror as words } from "./words/setup";
import { work } from "./words/work";

const labFile = join(checkout, "lab.json");
const actions = {
  show: async (engine: Engine) => print(await during(work.askingEngine(), () => shownMirrors(engine))),
  /** Stand-ins although Docker Hub answers: where it limits a classroom, for instance. */
  on: async (engine: Engine) => {
    await checkPower(engine);
    const registryMirror = await during(work.seeingToStandIns(), () => ensureMirror(engine, allStandIns, say));
    changeFindings(labFile, { registryMirror, registryVolume: registryName });
    say(words.pullsFirst(registryMirror));
  },
  off: async (engine: Engine) => {
    await checkPower(engine);
    const undone = await undoMirror(engine, say, defaultFiles);
    if (!undone) return say(words.notMade());
    const { url, isUsed, keepsVolume } = undone;
    if (isUsed) say(words.inCommandLine(url));
    else say(words.pullsNoMore(url));
    if (keepsVolume) return say(words.volumeStays(registryName));
    changeFindings(labFile, { registryMirror: undefined, registryVolume: undefined });
  },
} as const satisfies Record<(typeof mirrorActions)[number], (engine: Engine) => Promise<void>>;

/**
 * Shows where the engine gets Docker Hub's images from, and makes or undoes a mirror with stand-ins of them.
 *
 * @throws LabProblem `mirror-elsewhere`, and `lab-locked` where it is to be made or undone
 */
export async function mirror(action: keyof typeof actions): Promise<void> {
  const engine = openEngine(chooseEngine());
  try {
    const act = () => actions[action](engine);
    await (action === "show" ? act() : whileAlone(`./lab mirror ${action}`, act));
  } finally {
    engine.close();
  }
}

/** @throws LabProblem `mirror-elsewhere` */
async function checkPower(engine: Engine): Promise<void> {
  const reason = await whyNoMirror(engine);
  if (reason) throw LabProblem.of("mirror-elsewhere", { url: engine.url, reason });
}

async function shownMirrors(engine: Engine): Promise<string> {
  const [urls, registry, { isHere }] = await Promise.all([mirrorsOf(engine), tryFindRegistry(engine), placeOf(engine)]);
  const answers = async (url: string) => {
    if (!isHere) return words.notKnown();
    return (await new RegistryClient(url).answers(quick.registry)) ? words.yes() : words.answersNot();
  };
  const rows = await Promise.all(
    urls.map(async (url) => [url, url === registry?.url ? "./lab" : words.settings(), await answers(url)]),
  );
  if (rows.length === 0) return words.none();
  const mirrors = plainTable({ head: ["MIRROR", "FROM", "ANSWERS"], rows });
  if (!isHere || !registry || !urls.includes(registry.url)) return mirrors;
  const { lacking } = await lookAtMirror(engine, allStandIns);
  const images = allStandIns.map((standIn) => [
    standIn.name,
    lacking.includes(standIn) ? words.builtWhenNeeded() : words.served(),
  ]);
  return `${mirrors}\n\n${plainTable({ head: ["STAND-IN", "STATE"], rows: images })}`;
}
