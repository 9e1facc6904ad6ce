import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { SwarmCluster } from "../../../constructs/swarm/swarm-cluster";
import { VotingApp } from "../../../constructs/voting-app";
import { buildIfStale } from "../../../provider/build";

const name = "two-machines";

/**
 * Synthesizes a stack that makes machines a swarm, the first of them its manager, and deploys the voting app to it,
 * behind Docker's own mesh.
 *
 * @param hosts addresses of their engines
 * @returns the folder that Terraform runs in
 */
export function synthesizeTwoMachines(hosts: string[], outdir: string): string {
  buildIfStale();
  const app = new App({ outdir });
  const stack = new TerraformStack(app, name);
  new DockerEngine(stack, "docker", { host: hosts[0] });
  const cluster = SwarmCluster.fromHosts(stack, "cluster", { hosts, managers: 1 });
  cluster.place(new VotingApp(stack, "voting-app", { engine: cluster.engine }));
  app.synth();
  return join(outdir, "stacks", name);
}
