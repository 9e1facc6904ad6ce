import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { LabStage } from "../../constructs/lab-stage/lab-stage";
import { literal } from "../../constructs/literal";
import { NodeTable, SwarmCluster } from "../../index";
import { texts } from "./texts";
import { TwoWays } from "./two-ways";

/** In the place of a token, which lets whoever has it join. */
const MASKED = "SWMTKN-1-********";

/** How many nodes stage 3 has. A change promotes, demotes, adds or removes nodes at the end. */
export interface Stage3Props {
  /** @default 1 */
  readonly managers?: number;
  /** @default 2 */
  readonly workers?: number;
}

/** Stage 3: introduction to swarm mode. */
export class Stage3 extends LabStage<keyof typeof texts> {
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
    this.founding();
    this.step("node_ls", "docker node ls", new NodeTable(this, "node-ls", this.cluster));
    this.twoWays();
    this.secret("join_token_worker", this.cluster.swarm.workerJoinToken);
    this.secret("join_token_manager", this.cluster.swarm.managerJoinToken);
  }

  /** How the swarm came about, in the words of Docker's command line. */
  private founding(): void {
    const { swarm, nodes } = this.cluster;
    const [first, ...others] = nodes;
    const join = `docker swarm join --token ${MASKED} ${first!.address}:2377`;
    const init = [
      `Swarm initialized: current node (${first!.id}) is now a manager.`,
      ...["", "To add a worker to this swarm, run the following command:", "", `    ${join}`],
      ...["", "To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions."],
    ];
    this.step("swarm_init", `docker swarm init --advertise-addr ${swarm.advertiseAddrInput}`, {
      output: init.join("\n"),
    });
    const joined = others.map(({ hostname, role }) => `${hostname}: This node joined a swarm as a ${role}.`);
    this.step("swarm_join", `docker swarm join --token ${MASKED} ${swarm.advertiseAddrInput}:2377`, {
      output: joined.join("\n"),
    });
  }

  /** Compose against swarm: one file, both ways. */
  private twoWays(): void {
    const [project, stack] = [this.prefixed("stage3-compose"), this.prefixed("stage3_stack")];
    const both = new TwoWays(this, "two-ways", { project, stack, cluster: this.cluster });
    this.note("compose_file", texts.compose_file, { output: literal(both.text) });
    this.step("compose_up", `docker compose --file=${both.path} -p ${project} up -d`, both.up);
    const filter = `--filter label=com.docker.compose.project=${project}`;
    this.step("compose_containers", `docker container ls ${filter}`, both.containers);
    this.step("stack_deploy", `docker stack deploy --compose-file=${both.path} ${stack}`, both.deploy);
    this.step("stack_tasks", `docker stack ps ${stack}`, both.tasks);
    this.note("compose_against_swarm", texts.compose_against_swarm);
  }

  /** An output that is masked; `terraform output -raw NAME` shows it. */
  private secret(name: string, value: string): void {
    new TerraformOutput(this, name, { value, sensitive: true, staticId: true });
  }
}
