import { Annotations, DefaultTokenResolver, StringConcat, TerraformStack, Token, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { DockerEngine } from "../engine/docker-engine";
import { engineOf } from "../engine/on-engine";

interface Named {
  readonly construct: IConstruct;
  readonly name: string;
}

/** The Compose stacks of an app, in the order in which they were declared, by the app. */
const declared = new WeakMap<IConstruct, Named[]>();

/**
 * Two stacks of one name on one engine would each take the other's services for a stranger's. Of one Terraform stack they
 * are an error at synth; of two, which may be deployed at different times or with another DOCKER_HOST, a warning.
 */
export function noteStackName(construct: IConstruct, name: string): void {
  const { root } = construct.node;
  const before = [...(declared.get(root) ?? [])];
  declared.set(root, [...before, { construct, name }]);
  construct.node.addValidation({
    validate: () => {
      const engine = placeOf(construct);
      const others = before.filter((other) => other.name === name && placeOf(other.construct) === engine);
      const stack = TerraformStack.of(construct);
      const inSame = others.find((other) => TerraformStack.of(other.construct) === stack);
      if (inSame) return [taken(construct, inSame.construct, name)];
      if (others[0]) Annotations.of(construct).addWarning(taken(construct, others[0].construct, name));
      return [];
    },
  });
}

const taken = (construct: IConstruct, other: IConstruct, name: string): string =>
  `${construct.node.path} and ${other.node.path} are both stack \`${name}\` on one engine, where the second finds its names in use; give one of them another \`name\` [stack-name-taken]`;

/** Where a construct's objects are made, told so that equal texts are one engine. What Terraform alone knows is its stack's. */
function placeOf(construct: IConstruct): string {
  const stack = TerraformStack.of(construct);
  const engine = engineOf(construct) ?? addressOf(stack);
  if (!Token.isUnresolved(engine)) return engine ?? "";
  const resolver = new DefaultTokenResolver(new StringConcat());
  return `${stack.node.path} ${JSON.stringify(Tokenization.resolve(engine, { scope: stack, resolver }))}`;
}

const addressOf = (stack: TerraformStack): string | undefined =>
  stack.node.findAll().find((node): node is DockerEngine => node instanceof DockerEngine && !node.provider.alias)
    ?.provider.host;
