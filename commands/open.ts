import { addressesOf, addressLine } from "./addresses";
import { browserProgram, startBrowser } from "./browser";
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
    if (program) for (const { url, only } of addresses) if (only === undefined) startBrowser(program, url);
  } finally {
    engine.close();
  }
}
