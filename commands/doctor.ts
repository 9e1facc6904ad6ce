import { run } from "../offline/command";
import { imagesOf, standInsFor } from "../offline/images";
import { isEngineError } from "../provider/engine";
import { LabProblem } from "./problem";
import { hubTroubles } from "./setup/docker-hub";
import { isAbsent, openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { findSlowSource, type ImageSource } from "./setup/image-source";
import { hasIpVs } from "./setup/lab-file";
import { canInstall } from "./setup/machine";
import { checkPty } from "./setup/pty";
import { checkCliConfiguration, findCliConfiguration, findTerraform } from "./setup/terraform";
import { checkLine } from "./terminal";

/** Something that the lab needs, and how it is here. @throws LabProblem, EngineError where it is not as it should be */
interface Examination {
  readonly of: string;
  finding(): string | Promise<string>;
}

const examinations: readonly Examination[] = [
  { of: "Node", finding: () => process.versions.node },
  {
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
      const found = await onEngine((engine) => findSlowSource(engine, standInsFor(Object.keys(imagesOf)))).catch(
        (error) => {
          throw isEngineError(error) ? LabProblem.of("engine-first") : error;
        },
      );
      return sources(found);
    },
  },
  {
    of: "kernel",
    finding: () =>
      hasIpVs()
        ? "has ip_vs: swarm services are published by Docker's mesh"
        : "has no ip_vs: swarm services are published by HAProxy (ingress: edge)",
  },
];

function sources(source: ImageSource): string {
  if (source.kind === "hub") {
    if (source.reach !== "answers") return hubTroubles[source.reach];
    return source.via === undefined ? "Docker Hub answers" : `Docker Hub, or a mirror of it, answers ${source.via}`;
  }
  if (source.kind === "mirror") return `the engine's mirror ${source.url} answers`;
  if (source.kind === "none") throw LabProblem.of(source.reach === "untrusted" ? "hub-untrusted" : "no-images");
  const lacking = source.lacking.map(({ name }) => name);
  const missing = lacking.length > 0 ? `; still to be built when needed: ${lacking.join(", ")}` : "";
  return `stand-ins from the engine's mirror ${source.url}, which \`./lab mirror off\` undoes${missing}`;
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
      console.log(checkLine(true, `${of.padEnd(18)} ${await finding()}`));
    } catch (error) {
      if (!(error instanceof LabProblem) && !isEngineError(error)) throw error;
      console.log(
        checkLine(false, `${of.padEnd(18)} ${error.message}${isEngineError(error) ? `\n  ${error.remedy}` : ""}`),
      );
      process.exitCode = 1;
    }
  }
}
