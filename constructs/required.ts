import type { IConstruct } from "constructs";
import type { Problem } from "../problem";
import { throwProblems } from "./construct-error";

const missing = (construct: IConstruct, name: string): Problem => ({
  code: "prop-missing",
  what: `\`${name}\` of ${construct.node.path} (${construct.constructor.name}) is missing`,
  remedy: "it is required",
});

/**
 * The props, where those that are required are there: TypeScript sees to that, JavaScript does not.
 *
 * @throws ConstructError `prop-missing`, with all that are missing in one message
 */
export function required<Props extends object>(
  construct: IConstruct,
  props: Props | undefined,
  ...names: readonly (keyof Props & string)[]
): Props {
  throwProblems(names.filter((name) => props?.[name] == null).map((name) => missing(construct, name)));
  return props!;
}
