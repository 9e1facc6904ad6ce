import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { STAGE_LABEL } from "../../formats/labels";
import { DockerEngine } from "../engine/docker-engine";
import { literal } from "../literal";
import { type LabContext, labContext } from "./lab-context";
import { labelAll } from "./stage-label";
import { type Printed, stepName, stepText } from "./step";

/**
 * A stage of the lab: a stack on the machine's own engine, whose objects all carry the label `docker-stages.stage`, and
 * whose outputs read as a transcript of the lab.
 */
export abstract class LabStage extends TerraformStack {
  readonly context: LabContext;
  readonly engine: DockerEngine;
  /** What the stage's objects are told apart by. */
  readonly labels: Readonly<Record<string, string>>;
  private steps = 0;

  /** @throws ConstructError for a context that is not allowed, or where the provider is not built */
  constructor(scope: Construct, name: string) {
    super(scope, name);
    this.context = labContext(this);
    this.engine = new DockerEngine(this, "docker");
    this.labels = { [STAGE_LABEL]: this.prefixed(name) };
    labelAll(this, this.prefixed(name));
  }

  /** `name` behind the context's prefix: for images and whatever else is not named by its construct. */
  protected prefixed(name: string): string {
    return this.context.prefix + name;
  }

  /** Shows what `printed` prints as the lab's next step: `command` is what one would have typed. */
  protected step<T extends Printed>(command: string, printed: T): T {
    this.steps += 1;
    const value = stepText({ command: literal(command), output: printed.output });
    new TerraformOutput(this, stepName(this.steps), { value, staticId: true });
    return printed;
  }
}
