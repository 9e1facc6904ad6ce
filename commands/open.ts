import { spawn } from "node:child_process";
import { addressesOf, addressLine } from "./addresses";
import { LabProblem } from "./problem";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { type Stage, stageOf, stages } from "./stages";
import { isDeployed } from "./state-file";
import { during, print } from "./terminal";
import { work } from "./words/work";

/** Prints where a stage is seen in a browser, and opens it there, where there is one. @throws LabProblem */
export async function open(stage: Stage): Promise<void> {
  const having = stages.filter((each) => (stageOf(each).addresses ?? []).length > 0);
  if (!having.includes(stage)) throw LabProblem.of("no-address", { stage, having });
  if (!isDeployed(stage)) throw LabProblem.of("not-deployed", { stage });
  const engine = openEngine(chooseEngine());
  try {
    const addresses = await during(work.askingEngine(), () => addressesOf(engine, stage));
    if (addresses.length === 0) throw LabProblem.of("not-deployed", { stage });
    print(addressLine(addresses, engine));
    const program = browserProgram(process.platform, process.env);
    if (program) for (const { url, only } of addresses) if (only === undefined) start(program, url);
  } finally {
    engine.close();
  }
}

/** What opens an address in whatever the user browses with; undefined where there is nobody to see it. */
export function browserProgram(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | undefined {
  if (platform === "darwin") return "open";
  if (env["BROWSER"]) return env["BROWSER"];
  return env["DISPLAY"] || env["WAYLAND_DISPLAY"] || env["WSL_DISTRO_NAME"] ? "xdg-open" : undefined;
}

/** The address was printed: a program that is not there is no trouble. */
function start(program: string, url: string): void {
  spawn(program, [url], { detached: true, stdio: "ignore" })
    .on("error", () => {})
    .unref();
}
