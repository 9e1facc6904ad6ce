import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { LabStage } from "../../constructs/lab-stage/lab-stage";
import { NodeTable, SwarmCluster } from "../../index";

/** How many nodes stage 3 has. A change promotes, demotes, adds or removes nodes at the end. */
export interface Stage3Props {
  /** @default 1 */
  readonly managers?: number;
  /** @default 2 */
  readonly workers?: number;
}

/** Stage 3: introduction to swarm mode. */
export class Stage3 extends LabStage {
  readonly cluster: SwarmCluster;

  constructor(scope: Construct, { managers = 1, workers = 2 }: Stage3Props = {}) {
    super(scope, "stage3");
    const { ports, subnet, registryVolume } = this.context;

    this.cluster = new SwarmCluster(this, "cluster", {
      name: this.prefixed("stage3"),
      managers,
      workers,
      subnet,
      ports: { 5000: ports[5000] ?? 5000, 5001: ports[5001] ?? 5001 },
      registry: { volume: registryVolume },
      labels: this.labels,
      swarm: { exposeJoinTokens: true },
    });
    this.step("docker node ls", new NodeTable(this, "node-ls", this.cluster));
    this.secret("join_token_worker", this.cluster.swarm.workerJoinToken);
    this.secret("join_token_manager", this.cluster.swarm.managerJoinToken);
  }

  /** An output that is masked; `terraform output -raw NAME` shows it. */
  private secret(name: string, value: string): void {
    new TerraformOutput(this, name, { value, sensitive: true, staticId: true });
  }
}
