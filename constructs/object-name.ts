import type { IConstruct } from "constructs";

/** Context `prefix`: put before every name, label and tag that a stage makes. Empty by default. */
const prefixOf = (scope: IConstruct): string => scope.node.tryGetContext("prefix") ?? "";

/**
 * What the engine calls the object of a construct that was given no name: the prefix, then the construct's path joined
 * by "-". Characters that Docker does not take in a name (`[a-zA-Z0-9_.-]`) become "-".
 */
export const objectName = (construct: IConstruct): string =>
  prefixOf(construct) + construct.node.path.replaceAll(/[^a-zA-Z0-9_.-]+/g, "-");
