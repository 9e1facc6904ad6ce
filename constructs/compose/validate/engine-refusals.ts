import { own } from "../../../foreign/own";
import { constraintFault, constraintKeys } from "../formats/constraint";
import { isSignal, signalNames } from "../formats/signal";
import { subnetFault } from "../formats/subnet";
import { isOfNetwork, isOfNode } from "../formats/sysctl";
import { isVolumeName } from "../formats/volume-name";
import { networksOf } from "../keys/service";
import { nearest } from "../problems/suggest";
import { hasTokens } from "../terraform/tokens";
import { at, type Scope, type ServiceCheck } from "./scope";

// What a manager or a node refuses, told before anything is deployed. A text with tokens is known later.

export const constraintsCanBeMet: ServiceCheck = ({ deploy }, _, { origins, problems }) => {
  const { constraints = [] } = deploy?.placement ?? {};
  constraints.forEach((value, i) => {
    const fault = hasTokens(value) ? undefined : constraintFault(value);
    if (!fault) return;
    const { fault: why, key } = fault;
    const meant = () => (key === undefined ? undefined : nearest(key, constraintKeys));
    problems.report("bad-constraint", origins.of(constraints, i), { value, why, meant });
  });
};

export const signalIsKnown: ServiceCheck = (service, name, scope) => {
  const { stop_signal: value } = service;
  if (!value || hasTokens(value) || isSignal(value)) return;
  const meant = () => nearest(value.toUpperCase(), signalNames);
  scope.problems.report("bad-signal", at(scope, service, name, "stop_signal"), { value, meant });
};

export const sysctlsAreOfContainers: ServiceCheck = (service, _, { origins, problems, project }) => {
  const { sysctls = {} } = service;
  const nodes = networksOf(service).find((key) => isNodesOwn(key, project));
  for (const name of Object.keys(sysctls)) {
    const origin = origins.of(sysctls, name);
    if (isOfNode(name)) problems.report("sysctl-of-node", origin, { name });
    else if (nodes !== undefined && isOfNetwork(name))
      problems.report("sysctl-of-node-network", origin, { name, network: nodes });
  }
};

function isNodesOwn(key: string, { networks = {} }: Scope["project"]): boolean {
  const { external, name } = own(networks, key) ?? {};
  return !!external?.is && (name ?? external.name ?? key) === "host";
}

/** Drivers whose networks the manager itself reads the subnets of. */
const managed: ReadonlySet<string | undefined> = new Set([undefined, "overlay"]);

export function subnetsAreNetworks({ project, services, origins, problems }: Scope): void {
  const used = new Set(Object.values(services).flatMap(networksOf));
  for (const [name, { driver, external, ipam }] of Object.entries(project.networks ?? {})) {
    if (external?.is || !used.has(name) || !managed.has(driver)) continue;
    const { config = [] } = ipam ?? {};
    config.forEach((given, i) => {
      if (Object.values(given).some((value) => typeof value === "string" && hasTokens(value))) return;
      const fault = subnetFault(given);
      if (!fault) return;
      const { key, fault: why } = fault;
      const origin = origins.of(given, key) ?? origins.of(config, i);
      problems.report("bad-subnet", origin, { key, value: given[key] ?? "", why });
    });
  }
}

/** Docker's own driver has rules for names. Another driver's are made by the tasks, and so are templates. */
export function volumeNamesAreAllowed({ project, origins, problems }: Scope): void {
  for (const volume of Object.values(project.volumes ?? {})) {
    const { name, driver = "local", external } = volume;
    if (name === undefined || external?.is || driver !== "local" || name.includes("{{") || hasTokens(name)) continue;
    if (!isVolumeName(name)) problems.report("bad-volume-name", origins.of(volume, "name"), { name });
  }
}
