export {
  type AnyAttribute,
  bool,
  number,
  objectList,
  objectSet,
  string,
  stringList,
  stringMap,
  stringSet,
} from "./attribute";
export { type Block, type BlockOptions, type Fields, listOf, setOf } from "./block";
export { attributeError, type Diagnostic, DiagnosticError, diagnosticOf, diagnosticsOf } from "./diagnostic";
export { type AnyEphemeralResource, ephemeralResourceDefiner } from "./ephemeral-resource";
export { type AnyFunction, defineFunction, FunctionProblem } from "./function";
export type { Config, Observed, Planned, State } from "./infer";
export type { Path } from "./path";
export { PrivateState } from "./private-state";
export type { Configured, Provider } from "./provider";
export {
  type AnyDataSource,
  type AnyResource,
  type Call,
  type DataSource,
  dataSourceDefiner,
  type Identity,
  type Resource,
  resourceDefiner,
  type WithPrivateState,
} from "./resource";
export { hasUnknown, type ObjectValue, UNKNOWN, type Unknown, type Value } from "./value";
