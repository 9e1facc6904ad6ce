import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { LabStage } from "../../constructs/lab-stage/lab-stage";
import { literal } from "../../constructs/literal";
import { ServiceTable, StackTable, TaskTable, VotingApp } from "../../index";
import { serviceBlock } from "./stack-file";
import { texts } from "./texts";

/** Stage 4: the voting app, a stack of services on stage 3's swarm. */
export class Stage4 extends LabStage<keyof typeof texts> {
  readonly votingApp: VotingApp;

  constructor(scope: Construct) {
    super(scope, "stage4");
    const engine = `container://${this.prefixed("stage3-node1")}`;
    const stack = this.prefixed("voting_stack");
    const replicas = this.voteReplicas();

    this.votingApp = new VotingApp(this, "voting-app", {
      engine,
      name: stack,
      voteReplicas: replicas.numberValue,
      ingress: this.context.ingress,
    });
    this.note("compose_and_swarm", texts.compose_and_swarm);
    for (const service of ["redis", "vote", "db", "result", "worker"] as const)
      this.note(`file_${service}`, texts[`file_${service}`], { output: literal(serviceBlock(service)) });
    this.step(
      "stack_deploy",
      `docker stack deploy --compose-file=images/voting-app/docker-stack.yml ${stack}`,
      this.votingApp,
    );
    this.step("stack_ls", "docker stack ls", new StackTable(this, "stack-ls", { engine }));
    this.step(
      "stack_services",
      `docker stack services ${stack}`,
      new ServiceTable(this, "stack-services", { engine, stack }),
    );
    for (const service of ["vote", "db"] as const) {
      const namePrefix = `${stack}_${service}`;
      const tasks = new TaskTable(this, `ps-${service}`, { engine, namePrefix });
      this.step(`ps_${service}`, `docker service ps ${namePrefix}`, tasks);
    }
    this.step("stack_ps", `docker stack ps ${stack}`, new TaskTable(this, "stack-ps", { engine, stack }));
    this.note("stack_service_task", texts.stack_service_task);
    const asked = replicas.stringValue;
    this.step("scale", `docker service scale ${stack}_vote=${asked}`, { output: `${stack}_vote scaled to ${asked}` });
  }

  /** `TF_VAR_vote_replicas=5` scales in place. */
  private voteReplicas(): TerraformVariable {
    return new TerraformVariable(this, "vote_replicas", {
      type: "number",
      default: 2,
      nullable: false,
      description: "Tasks that take votes",
      validation: [
        {
          condition:
            "${var.vote_replicas >= 0 && var.vote_replicas <= 100 && floor(var.vote_replicas) == var.vote_replicas}",
          errorMessage: "vote_replicas must be a whole number from 0 to 100.",
        },
      ],
    });
  }
}
