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
import { LabProblem } from "./problem";
import { whyNoMirror } from "./setup/docker-hub";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { placeOf } from "./setup/engine-place";
import { quick } from "./setup/hub-reach";
import { changeFindings } from "./setup/lab-file";
import { plainTable } from "./status/table";
import { during, print, say } from "./terminal";
import { work } from "./words/work";

const labFile = join(checkout, "lab.json");
const actions = {
  show: async (engine: Engine) => print(await during(work.askingEngine(), () => shownMirrors(engine))),
  /** Stand-ins although Docker Hub answers: where it limits a classroom, for instance. */
  on: async (engine: Engine) => {
    await checkPower(engine);
    const registryMirror = await during(work.seeingToStandIns(), () => ensureMirror(engine, allStandIns, say));
    changeFindings(labFile, { registryMirror, registryVolume: registryName });
    say(`the engine pulls from ${registryMirror} first; \`./lab mirror off\` undoes it`);
  },
  off: async (engine: Engine) => {
    await checkPower(engine);
    const undone = await undoMirror(engine, say, defaultFiles);
    if (!undone) return say("./lab has made no mirror for this engine");
    const { url, isUsed, keepsVolume } = undone;
    if (isUsed)
      say(`the engine was started with --registry-mirror=${url}: take that out of its command line, and restart it`);
    else say(`the engine pulls from ${url} no more; its builds (BuildKit) may ask there first until it is restarted`);
    if (keepsVolume)
      return say(
        `the volume ${registryName} stays, since the swarm of stage 3 is served from it: \`./lab destroy stage3\`, then \`./lab mirror off\` again`,
      );
    changeFindings(labFile, { registryMirror: undefined, registryVolume: undefined });
  },
} as const satisfies Record<(typeof mirrorActions)[number], (engine: Engine) => Promise<void>>;

/** Shows where the engine gets Docker Hub's images from, and makes or undoes a mirror with stand-ins of them. */
export async function mirror(action: keyof typeof actions): Promise<void> {
  const engine = openEngine(chooseEngine());
  try {
    await actions[action](engine);
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
    if (!isHere) return "not known from here";
    return (await new RegistryClient(url).answers(quick.registry)) ? "yes" : "no";
  };
  const rows = await Promise.all(
    urls.map(async (url) => [url, url === registry?.url ? "./lab" : "the engine's settings", await answers(url)]),
  );
  if (rows.length === 0) return "the engine has no mirror: it pulls from Docker Hub";
  const mirrors = plainTable({ head: ["MIRROR", "FROM", "ANSWERS"], rows });
  if (!isHere || !registry || !urls.includes(registry.url)) return mirrors;
  const { lacking } = await lookAtMirror(engine, allStandIns);
  const images = allStandIns.map((standIn) => [
    standIn.name,
    lacking.includes(standIn) ? "built when needed" : "served",
  ]);
  return `${mirrors}\n\n${plainTable({ head: ["STAND-IN", "STATE"], rows: images })}`;
}
