import { TerraformElement, type TerraformStack } from "cdktf";
import { additionsOf } from "../bindings/additions";
import { DockerDataSource } from "../bindings/docker-data-source";
import { DockerResource } from "../bindings/docker-resource";
import { type EngineProblem, engineProblem } from "./problems";

/** What in `stack` the community provider cannot make. */
export const needsOfOwnProvider = (stack: TerraformStack): EngineProblem[] =>
  stack.node
    .findAll()
    .filter(TerraformElement.isTerraformElement)
    .flatMap((element) =>
      needs(element).map((what) => engineProblem("needs-own-provider", { path: element.node.path, what })),
    );

const needs = (element: TerraformElement): string[] =>
  element instanceof DockerResource || element instanceof DockerDataSource
    ? [`\`${element.terraformResourceType}\``]
    : [...additionsOf(element)].map((name) => `attribute \`${name}\``);
