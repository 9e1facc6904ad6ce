import { Aspects, type IResolvable, type TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { STAGE_LABEL } from "../../formats/labels";

interface Label {
  readonly label: string;
  readonly value: string;
}

/** What the classes of containers, networks, volumes, secrets, configs and services have in common. */
interface Labelled extends TerraformResource {
  readonly labelsInput: Label[] | IResolvable | undefined;
  putLabels(labels: Label[]): void;
}

/** Puts the stage's label on everything below `scope` that takes labels, now or later. */
export function labelAll(scope: IConstruct, stage: string): void {
  Aspects.of(scope).add({
    visit: (node) => {
      if (!isLabelled(node)) return;
      const labels = node.labelsInput ?? [];
      if (!Array.isArray(labels) || labels.some(({ label }) => label === STAGE_LABEL)) return;
      node.putLabels([...labels, { label: STAGE_LABEL, value: stage }]);
    },
  });
}

/** Labels of a swarm and of its nodes are for placement: no object is found by them. */
const forPlacement: readonly string[] = ["docker_swarm", "docker_swarm_node"];

const isLabelled = (node: IConstruct): node is Labelled =>
  "putLabels" in node && "labelsInput" in node && !forPlacement.includes((node as Labelled).terraformResourceType);
