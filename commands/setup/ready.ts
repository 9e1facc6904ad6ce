import { join } from "node:path";
import type { Engine } from "../../engine";
import { standInsFor } from "../../offline/images";
import { registryName } from "../../offline/registry/container";
import { checkout } from "../checkout";
import type { Stage } from "../stages";
import { ensureImages } from "./docker-hub";
import { ensureEngine, openEngine } from "./engine";
import { chooseEngine } from "./engine-address";
import { writeFindings } from "./lab-file";
import { type IngressOptions, prepareIngress } from "./prepare-ingress";
import { expectNodes } from "./swarm-nodes";
import { checkCliConfiguration, findCliConfiguration, findTerraform } from "./terraform";

export interface Machine {
  readonly engine: Engine;
  /** The engine at an address, over a connection of its own. */
  openEngine(url: string): Engine;
  /** The program: `terraform` or `tofu`. */
  readonly terraform: string;
  /** What Terraform is told beside ./lab's own environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Makes the machine ready for some stages: does what is missing, and nothing else.
 *
 * @param options.install whether ./lab may change the machine; where not, it says what is missing
 * @throws LabProblem
 */
export async function makeReady(stages: readonly Stage[], options: IngressOptions): Promise<Machine> {
  const terraform = await findTerraform();
  const configuration = findCliConfiguration();
  checkCliConfiguration(configuration);
  const choice = chooseEngine();
  const engine = await ensureEngine(choice, options);
  await expectNodes(engine, stages);
  const registryMirror = await ensureImages(engine, standInsFor(stages), options);
  const ingress = await prepareIngress(engine, stages, options);
  writeFindings(join(checkout, "lab.json"), {
    ...ingress,
    registryMirror,
    registryVolume: registryMirror && registryName,
  });
  return {
    engine,
    openEngine: (url) => openEngine(url === engine.url ? choice : { url }),
    terraform,
    env: {
      ...choice.env,
      TERRAFORM_BINARY_NAME: terraform,
      // Terraform warns of a file that is named and missing at each of its runs.
      TF_CLI_CONFIG_FILE: configuration === undefined ? undefined : process.env["TF_CLI_CONFIG_FILE"],
    },
  };
}
