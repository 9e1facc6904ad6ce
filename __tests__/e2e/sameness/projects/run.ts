import { rmSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { ComposeProject } from "../../../../constructs/compose/compose-project";
import { DockerEngine } from "../../../../constructs/engine/docker-engine";
import { type Engine, Engines } from "../../../../engine";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../provider/harness";
import { writeSynthesized } from "../../provider/harness/synthesized";
import { removeNetwork } from "../../remove-network";
import { layDocument } from "./by-compose";
import type { ProjectDocument } from "./documents";
import { OwnNames } from "./own-names";

/** Of networks that are their own, an engine has subnets for some thirty. */
const AT_ONCE = 52;

export interface Batch {
  readonly batch: number;
  readonly documents: readonly ProjectDocument[];
}

/** As many documents at a time as an engine has subnets for. */
export const inBatches = (documents: readonly ProjectDocument[]): Batch[] =>
  Array.from({ length: Math.ceil(documents.length / AT_ONCE) }, (_, i) => ({
    batch: i + 1,
    documents: documents.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  }));

/** What the tests of one file have on this machine's engine, under names of their own; it is removed after them. */
export class Run {
  private readonly engines = new Engines();
  readonly engine: Engine = this.engines.at();
  names!: OwnNames;
  terraform!: Terraform;
  private provider?: TestProvider;

  /** Has the test file begin with it, and end with its removal. */
  static ofThisFile(): Run {
    const run = new Run();
    beforeAll(() => run.begin());
    afterAll(() => run.end());
    return run;
  }

  private async begin(): Promise<void> {
    this.names = await OwnNames.choose();
    await this.engine.networks.create({ Name: this.names.network });
    this.provider = buildDockerProvider();
  }

  private async end(): Promise<void> {
    this.provider?.remove();
    await removeNetwork(this.engine, this.names.network);
    this.engines.close();
  }

  /** A Terraform of its own for a batch. */
  async openTerraform(env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.terraform = await terraformWith(this.provider!, "", env);
    rmSync(join(this.terraform.folder, "main.tf"));
  }

  /** The documents as projects of one stack. */
  synth(documents: readonly ProjectDocument[], { adopt }: { readonly adopt?: boolean } = {}): void {
    const { folder } = this.terraform;
    const app = Testing.app({ outdir: folder, context: { providerBundle: this.provider!.folder } });
    const stack = new TerraformStack(app, "st");
    new DockerEngine(stack, "docker");
    for (const document of documents)
      ComposeProject.fromFile(stack, document.name, {
        file: layDocument(document, folder),
        name: this.names.project(document),
        variables: this.names.variables,
        adopt,
      });
    writeSynthesized(stack, folder);
  }

  /** @throws Error with what Terraform complains of */
  async apply(): Promise<void> {
    const { code, errors, text } = await this.terraform.apply();
    if (code !== 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n") || text);
  }
}
