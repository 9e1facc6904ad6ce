import { join } from "node:path";
import { type Engine, isEngineError } from "../engine";
import { run } from "../offline/command";
import { allStandIns } from "../offline/images";
import { checkout } from "./checkout";
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
import { checkCliConfiguration, findCliConfiguration, findTerraform } from "./setup/terraform";
import { isStackDeployed } from "./state-file";
import { checkLine, during, print } from "./terminal";
import { work } from "./words/work";

/** Something that the lab needs, and how it is here. @throws LabProblem, EngineError where it is not as it should be */
interface Examination {
  readonly of: string;
  finding(): string | Promise<string>;
}

const examinations: readonly Examination[] = [
  { of: "Node", finding: () => process.versions.node },
  {
    // Plain `npx cdktf` runs Terraform under it, ./lab does not.
    of: "terminal of cdktf",
    finding: () => {
      checkPty();
      return "its pty library loads";
    },
  },
  {
    of: "Terraform",
    finding: async () => {
      const program = await findTerraform();
      return (await run(program, ["version"])).split("\n")[0]!;
    },
  },
  {
    of: "CLI configuration",
    finding: () => {
      const file = findCliConfiguration();
      checkCliConfiguration(file);
      return file ? `${file} lets Terraform find the provider beside the stack` : "none";
    },
  },
  {
    of: "Docker engine",
    finding: async () => {
      const { url, isDefault } = chooseEngine();
      try {
        const { Version, ApiVersion } = await onEngine((engine) => engine.system.version());
        return `${Version}, API ${ApiVersion}, at ${url}`;
      } catch (error) {
        if (!isDefault || !isAbsent(error) || !(await canInstall())) throw error;
        throw LabProblem.of("engine-absent", { url });
      }
    },
  },
  {
    of: "images",
    finding: async () => {
      const found = await onEngine((engine) => findSlowSource(engine, allStandIns)).catch(engineFirst);
      return sources(found);
    },
  },
  { of: "kernel", finding: () => onEngine(kernelFinding).catch(engineFirst) },
];

function sources(source: ImageSource): string {
  if (source.kind === "hub") {
    if (source.reach !== "answers") return hubTroubles[source.reach]();
    return source.via === undefined ? "Docker Hub answers" : `Docker Hub, or a mirror of it, answers ${source.via}`;
  }
  if (source.kind === "mirror") return `the engine's mirror ${source.url} answers`;
  if (source.kind === "none") throw LabProblem.of(source.reach === "untrusted" ? "hub-untrusted" : "no-images");
  const lacking = source.lacking.map(({ name }) => name);
  const missing = lacking.length > 0 ? `; still to be built when needed: ${lacking.join(", ")}` : "";
  return `stand-ins from the engine's mirror ${source.url}, which \`./lab mirror off\` undoes${missing}`;
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
  return `${isHere ? kernel : `${kernel} of ${machine}`} ${kernelSays[ipVs]}; swarm services are published by ${publisher(finding, ipVs)}`;
}

const kernelSays: { readonly [State in KnownIpVs]: string } = {
  loaded: "has ip_vs",
  loadable: "has ip_vs, not loaded",
  absent: "has no ip_vs",
  unknown: "may have ip_vs, which is not known from here before stage 3 stands",
};

function publisher(kept: IngressFinding, ipVs: KnownIpVs): string {
  const { ingress = "mesh", ingressBy, ingressReason } = decideIngress(kept, ipVs, isStackDeployed());
  const why =
    ingressBy === "chosen"
      ? "as chosen by `./lab ingress`"
      : (ingressReason ?? "unless `./lab ingress edge` says otherwise");
  return `${ingress === "mesh" ? "Docker's mesh" : "HAProxy"} (${why})`;
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
      print(checkLine(true, `${of.padEnd(18)} ${await during(work.lookingAt(of), finding)}`));
    } catch (error) {
      if (!(error instanceof LabProblem) && !isEngineError(error)) throw error;
      print(checkLine(false, `${of.padEnd(18)} ${error.message}${isEngineError(error) ? `\n  ${error.remedy}` : ""}`));
      process.exitCode = 1;
    }
  }
}
