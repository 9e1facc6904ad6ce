import { Config, type ConfigConfig } from "@cdktf/provider-docker/lib/config";
import type { Construct } from "constructs";
import { addAt } from "../../bindings/additions";

interface Label {
  readonly label: string;
  readonly value: string;
}

/** A `docker_config` with labels, which the generated class has for secrets alone. */
export class LabelledConfig extends Config {
  private labels: Label[] | undefined;

  constructor(scope: Construct, id: string, { labels, ...config }: ConfigConfig & { readonly labels: Label[] }) {
    super(scope, id, config);
    this.putLabels(labels);
  }

  get labelsInput(): Label[] | undefined {
    return this.labels;
  }

  putLabels(labels: Label[]): void {
    this.labels = labels;
    addAt(this, "labels", labels);
  }
}
