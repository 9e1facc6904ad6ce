import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { LabStage } from "../../constructs/lab-stage/lab-stage";
import { ServiceTable, StackTable, TaskTable, VotingApp } from "../../index";

/** Stage 4: the voting app, a stack of services on stage 3's swarm. */
export class Stage4 extends LabStage {
  readonly votingApp: VotingApp;

  constructor(scope: Construct) {
    super(scope, "stage4");
    const engine = `container://${this.prefixed("stage3-node1")}`;
    const stack = this.prefixed("voting_stack");

    this.votingApp = new VotingApp(this, "voting-app", {
      engine,
      name: stack,
      voteReplicas: this.voteReplicas().numberValue,
      ingress: this.context.ingress,
    });
    this.step("docker stack ls", new StackTable(this, "stack-ls", { engine }));
    this.step(`docker stack services ${stack}`, new ServiceTable(this, "stack-services", { engine, stack }));
    this.step(`docker stack ps ${stack}`, new TaskTable(this, "stack-ps", { engine, stack }));
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
