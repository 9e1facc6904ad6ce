import { rmSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { type ComposeDocument, stackName, variables } from "../../constructs/compose/corpus/documents";
import { buildDockerProvider, type PlannedChange, terraformWith } from "../provider/harness";
import { writeSynthesized } from "../provider/harness/synthesized";
import type { ServiceScene } from "../provider/resources/service/scene";
import { type Stack, stacksOn } from "./normal";

export interface Deployed {
  /** By name of stack. */
  readonly stacks: ReadonlyMap<string, Stack>;
  readonly errors: readonly string[];
  /** What a plan right after it would do. */
  readonly again: readonly PlannedChange[];
}

/** Deploys all of them in one apply, and plans once more. The swarm is left with them. */
export async function byTheProvider(scene: ServiceScene, documents: readonly ComposeDocument[]): Promise<Deployed> {
  const provider = buildDockerProvider();
  const terraform = await terraformWith(provider, "");
  try {
    rmSync(join(terraform.folder, "main.tf"));
    const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
    const stack = new TerraformStack(app, "st");
    new DockerEngine(stack, "docker");
    const engine = scene.nodes[0]!.url;
    for (const document of documents) {
      const name = stackName(document);
      const props = { file: document.path, engine, name, variables, converge: false, rotate: false } as const;
      ComposeStack.fromFile(stack, name, props);
    }
    writeSynthesized(stack, terraform.folder);
    const { code, errors, text } = await terraform.apply();
    const told = errors.map(({ summary, detail }) => `${summary}: ${detail}`);
    const again = code === 0 ? await terraform.changes() : [];
    return {
      stacks: await stacksOn(scene.engine),
      errors: code === 0 || told.length > 0 ? told : [text],
      again,
    };
  } finally {
    terraform.remove();
    provider.remove();
  }
}
