import { TerraformDataSource, type TerraformStack } from "cdktf";
import { own } from "../../foreign/own";
import { ownArguments, ownPairs, ownTypes } from "../bindings/additions";
import { type DockerElement, isDockerElement } from "./docker-element";
import { type EngineProblem, engineProblem } from "./problems";

/** What in `stack` the community provider cannot make. */
export const needsOfOwnProvider = (stack: TerraformStack): EngineProblem[] =>
  stack.node
    .findAll()
    .filter(isDockerElement)
    .flatMap((element) =>
      needs(element).map((what) => engineProblem("needs-own-provider", { path: element.node.path, what })),
    );

function needs(element: DockerElement): string[] {
  const type = element.terraformResourceType;
  const address = TerraformDataSource.isTerraformDataSource(element) ? `data.${type}` : type;
  if (ownTypes.has(address)) return [`\`${type}\``];
  const attributes = attributesOf(element);
  const isSet = (path: string) => places(attributes, path.split(".")).length > 0;
  return [
    ...(own(ownArguments, address) ?? [])
      .flatMap((path) => places(attributes, path.split(".")))
      .map((place) => `attribute \`${place}\``),
    ...(own(ownPairs, address) ?? [])
      .filter((pair) => pair.every(isSet))
      .map(([one, other]) => `attribute \`${one}\` beside \`${other}\``),
  ];
}

/** What the element writes, whoever said it: its class or an override. */
function attributesOf(element: DockerElement): unknown {
  const [byType] = Object.values(element.toTerraform() as { [kind: string]: { [type: string]: object } });
  const [byName] = Object.values(byType ?? {});
  return Object.values(byName ?? {})[0];
}

/** Where `value` has something at the path: of a list of blocks each that has it, `mounts.1.volume_options`. */
function places(value: unknown, [name, ...rest]: readonly string[], above = ""): string[] {
  if (name === undefined) return value === undefined ? [] : [above.slice(1)];
  if (Array.isArray(value)) return value.flatMap((each, index) => places(each, [name, ...rest], `${above}.${index}`));
  if (typeof value !== "object" || value === null) return [];
  return places(own(value as Record<string, unknown>, name), rest, `${above}.${name}`);
}
