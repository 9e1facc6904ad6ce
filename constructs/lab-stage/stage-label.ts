import { Aspects, type IResolvable } from "cdktf";
import type { IConstruct } from "constructs";

/** Label that every object of a stage carries; its value is the stage's name behind the context's prefix. */
export const stageLabel = "docker-stages.stage";

interface Label {
  readonly label: string;
  readonly value: string;
}

/** What containers, networks, volumes, secrets and services have in common in `@cdktf/provider-docker`. */
interface Labelled extends IConstruct {
  readonly labelsInput: Label[] | IResolvable | undefined;
  putLabels(labels: Label[]): void;
}

/** Puts the stage's label on everything below `scope` that takes labels, now or later. */
export function labelAll(scope: IConstruct, stage: string): void {
  Aspects.of(scope).add({
    visit: (node) => {
      if (!isLabelled(node)) return;
      const labels = node.labelsInput ?? [];
      if (!Array.isArray(labels) || labels.some(({ label }) => label === stageLabel)) return;
      node.putLabels([...labels, { label: stageLabel, value: stage }]);
    },
  });
}

const isLabelled = (node: IConstruct): node is Labelled => "putLabels" in node && "labelsInput" in node;
