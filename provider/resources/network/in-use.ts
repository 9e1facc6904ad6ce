import type { ContainerSummary, EngineError } from "../../../engine";
import { DiagnosticError, diagnosticOf } from "../../schema";

/** Who holds a network that is to go: of a destroy Terraform shows no address, and the engine says its id. */
export function inUse(error: EngineError, name: string, holders: readonly ContainerSummary[]): DiagnosticError {
  const names = holders.map(({ Id, Names: [first] }) => JSON.stringify(first?.slice(1) ?? Id));
  const who = names.length === 0 ? "" : ` by ${names.length === 1 ? "container" : "containers"} ${names.join(", ")}`;
  const problem = {
    ...error.problems[0],
    what: `network ${JSON.stringify(name)} is in use${who}`,
    remedy:
      "Remove or stop what uses it first. A container of the configuration goes and comes with its network where it refers to it by its id: `name = docker_network.NAME.id` in `networks_advanced`.",
  };
  return new DiagnosticError([diagnosticOf(problem)]);
}
