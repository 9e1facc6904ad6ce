import { execFileSync } from "node:child_process";
import { type ComposeDocument, documents, stackName } from "../../constructs/compose/corpus/documents";
import { reason } from "../../constructs/compose/corpus/reason";
import type { Recorded, Recording } from "../../constructs/compose/corpus/recording";
import { recordedVerdicts } from "../../constructs/compose/corpus/verdicts";
import type { ServiceScene } from "../provider/resources/service/scene";
import { DockerClient } from "./client";
import { stacksOn } from "./normal";

/** Deploys by the Docker client what it takes for a stack file, and tells what the swarm then has of each. */
export async function byTheClient(scene: ServiceScene): Promise<Recording> {
  const verdicts = recordedVerdicts();
  const client = await DockerClient.before(scene);
  try {
    const complaints = new Map<ComposeDocument, string>();
    const tried = documents.filter(({ name }) => verdicts[name]?.config === true);
    for (const document of tried) {
      const complaint = await client.deploy(document);
      if (complaint !== undefined) complaints.set(document, reason(complaint));
    }
    const there = await stacksOn(scene.engine);
    const told = (document: ComposeDocument): Recorded =>
      complaints.get(document) ?? there.get(stackName(document)) ?? {};
    return {
      client: execFileSync("docker", ["--version"], { encoding: "utf8" }).trim(),
      engine: (await scene.engine.system.version()).Version!,
      stacks: Object.fromEntries(tried.map((document) => [document.name, told(document)])),
    };
  } finally {
    client.close();
  }
}
