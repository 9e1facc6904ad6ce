import { join } from "node:path";
import { type Engine, isEngineError } from "../engine";
import { run } from "../offline/command";
import { allStandIns } from "../offline/images";
import { checkout } from "./checkout";
import { reasonOf } from "./ingress";
import { namePrefix } from "./prefix";
import { LabProblem } from "./problem";
import { hubTroubles } from "./setup/docker-hub";
import { isAbsent, openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { placeOf } from "./setup/engine-place";
import { findSlowSource, type ImageSource } from "./setup/image-source";
import { decideIngress, type IngressFinding, type KnownIpVs } from "./setup/ingress";
import { findIpVs, hostKernel } from "./setup/ip-vs";
import { readFindings } from "./setup/lab-file";
import { canInstall } from "./setup/machine";
import { ipVsOfNodes } from "./setup/mesh";
import { checkPty } from "./setup/pty";
import { expectNodes } from "./setup/swarm-nodes";
import { checkCliConfiguration, findCliConfiguration, findTerraform } from "./setup/terraform";
import { stages } from "./stages";
import { isStackDeployed } from "./state-file";
import { checkLine, during, printStyled } from "./terminal";
import { doctor as words } from "./words/setup";
import { told } from "./words/told";
import { work } from "./words/work";

/** Something that the lab needs, and how it is here. @throws LabProblem, EngineError where it is not as it should be */
interface Examination {
  readonly of: () => string;
  finding(): string | Promise<string>;
}

const examinations: readonly Examination[] = [
  { of: words.node, finding: () => process.versions.node },
  {
    // Plain `npx cdktf` runs Terraform under it, ./lab does not.
    of: words.terminal,
    finding: () => {
      checkPty();
      return words.ptyLoads();
    },
  },
  {
    of: words.terraform,
    finding: async () => {
      const program = await findTerraform();
      return (await run(program, ["version"])).split("\n")[0]!;
    },
  },
  {
    of: words.configuration,
    finding: () => {
      const file = findCliConfiguration();
      checkCliConfiguration(file);
      return file ? words.findsProvider(file) : words.none();
    },
  },
  {
    of: words.engine,
    finding: async () => {
      const { url, isDefault } = chooseEngine();
      try {
        const { Version, ApiVersion } = await onEngine((engine) => engine.system.version());
        return words.engineAt(Version ?? "", ApiVersion ?? "", url);
      } catch (error) {
        if (!isDefault || !isAbsent(error) || !(await canInstall())) throw error;
        throw LabProblem.of("engine-absent", { url });
      }
    },
  },
  {
    of: words.images,
    finding: async () => {
      const found = await onEngine((engine) => findSlowSource(engine, allStandIns)).catch(engineFirst);
      return sources(found);
    },
  },
  { of: words.kernel, finding: () => onEngine(kernelFinding).catch(engineFirst) },
  { of: words.nodes, finding: () => onEngine(nodesFinding).catch(engineFirst) },
];

function sources(source: ImageSource): string {
  if (source.kind === "hub") {
    if (source.reach !== "answers") return hubTroubles[source.reach]();
    return source.via === undefined ? words.hubAnswers() : words.hubAnswersVia(source.via);
  }
  if (source.kind === "mirror") return words.mirrorAnswers(source.url);
  if (source.kind === "none") throw LabProblem.of(source.reach === "untrusted" ? "hub-untrusted" : "no-images");
  const lacking = source.lacking.map(({ name }) => name);
  const missing = lacking.length > 0 ? words.stillToBuild(lacking.join(", ")) : "";
  return words.standIns(source.url, missing);
}

/** What keeps an engine from being asked is told once. */
function engineFirst(error: unknown): never {
  throw isEngineError(error) ? LabProblem.of("engine-first") : error;
}

/** That of the engine's machine, and what publishes a swarm's ports there. */
async function kernelFinding(engine: Engine): Promise<string> {
  const { isHere, machine, kernel } = await placeOf(engine);
  const ipVs = isHere ? findIpVs(hostKernel) : await ipVsOfNodes(engine, `${namePrefix()}stage3`);
  const finding = readFindings(join(checkout, "lab.json"));
  const of = isHere ? kernel : words.kernelOf(kernel, machine);
  return words.publishedBy(of, kernelSays[ipVs](), publisher(finding, ipVs));
}

/** Whether the stages with a swarm can be deployed on it. */
async function nodesFinding(engine: Engine): Promise<string> {
  await expectNodes(engine, stages);
  return words.nodesMayRun();
}

const kernelSays: { readonly [State in KnownIpVs]: () => string } = {
  loaded: words.hasIpVs,
  loadable: words.mayLoadIpVs,
  absent: words.noIpVs,
  unknown: words.unknownIpVs,
};

function publisher(kept: IngressFinding, ipVs: KnownIpVs): string {
  const { ingress = "mesh", ingressBy, ingressReason } = decideIngress(kept, ipVs, isStackDeployed());
  const found = ingressReason === undefined ? words.unlessEdge() : reasonOf(ingressReason);
  return `${ingress === "mesh" ? words.mesh() : "HAProxy"} (${ingressBy === "chosen" ? words.chosen() : found})`;
}

async function onEngine<T>(ask: (engine: ReturnType<typeof openEngine>) => Promise<T>): Promise<T> {
  const engine = openEngine(chooseEngine());
  try {
    return await ask(engine);
  } finally {
    engine.close();
  }
}

/** Looks at everything that the lab needs, and says what helps where something is missing. Changes nothing. */
export async function doctor(): Promise<void> {
  for (const { of, finding } of examinations) {
    try {
      printStyled(checkLine(true, `${of().padEnd(18)} ${await during(work.lookingAt(of()), finding)}`));
    } catch (error) {
      if (!(error instanceof LabProblem) && !isEngineError(error)) throw error;
      printStyled(
        checkLine(
          false,
          `${of().padEnd(18)} ${isEngineError(error) ? told(`${error.message}\n  ${error.remedy}`) : error.message}`,
        ),
      );
      process.exitCode = 1;
    }
  }
}
