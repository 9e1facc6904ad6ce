import { TerraformOutput, TerraformStack, Token } from "cdktf";
import type { Construct } from "constructs";
import { STAGE_LABEL } from "../../formats/labels";
import { DockerEngine } from "../engine/docker-engine";
import { literal } from "../literal";
import { type LabContext, labContext } from "./lab-context";
import { labelAll } from "./stage-label";
import { type Note, type Printed, stepName, stepText } from "./step";

/**
 * A stage of the lab: a stack on the machine's own engine, whose objects all carry the label `docker-stages.stage`, and
 * whose outputs read as a transcript of the lab. `Key` is what its steps are called in its texts.
 */
export abstract class LabStage<Key extends string = string> extends TerraformStack {
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

  /**
   * Shows what `printed` prints as the lab's next step.
   *
   * @param command what one would have typed; with a token of cdktf's in it, that is Terraform's to fill in
   */
  protected step<T extends Printed>(key: Key, command: string, printed: T): T {
    const head = Token.isUnresolved(command) ? command : literal(command);
    this.show(key, stepText({ head, isCommand: true, output: printed.output }));
    return printed;
  }

  /**
   * Shows what is no command: something to be read between the steps. `./lab` shows it in the reader's language.
   *
   * @param printed what stands under its title, where that is no text of the note's own
   */
  protected note(key: Key, { note: { title, body } }: { readonly note: Note }, printed?: Printed): void {
    const output = printed?.output ?? literal(body?.en ?? "");
    this.show(key, stepText({ head: literal(title.en), isCommand: false, output }));
  }

  private show(key: Key, value: string): void {
    this.steps += 1;
    new TerraformOutput(this, stepName(this.steps, key), { value, staticId: true });
  }
}
