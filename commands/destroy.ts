import { cdktf } from "./cdktf";
import { makeReady } from "./setup/ready";
import { type Stage, stages, withDependents } from "./stages";
import { isDeployed } from "./state-file";
import { hasNotes, sweep } from "./sweep";
import { say } from "./terminal";

export interface DestroyOptions {
  readonly install: boolean;
}

/** Destroys stages and those that need them, and whatever an interrupted run of theirs left; without a name, all. */
export async function destroy(named: readonly Stage[], options: DestroyOptions): Promise<void> {
  const wanted = withDependents(named.length > 0 ? named : stages);
  const deployed = wanted.filter((stage) => isDeployed(stage));
  if (deployed.length === 0) say(`nothing of ${wanted.join(", ")} is deployed`);
  if (deployed.length === 0 && !wanted.some(hasNotes)) return;
  const { engine, openEngine, env } = await makeReady([], options);
  engine.close();
  if (deployed.length > 0) {
    await cdktf(["destroy", ...deployed, "--auto-approve", "--ignore-missing-stack-dependencies"], env);
  }
  for (const stage of wanted) if (!isDeployed(stage)) await sweep(stage, openEngine);
}
