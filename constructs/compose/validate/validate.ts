import type { Origin } from "../source/source";
import { buildChecks } from "./builds";
import { textsCanStart } from "./container-texts";
import { contentsAreGiven, externalsAreBare, networksSpanNodes, objectNamesAreAllowed } from "./declarations";
import {
  constraintsCanBeMet,
  signalIsKnown,
  subnetsAreNetworks,
  sysctlsAreOfContainers,
  volumeNamesAreAllowed,
} from "./engine-refusals";
import { edgeHasNoVip, hostPortsLeaveFirst, ingressHasAnAddress, portsArePublishedOnce } from "./ports";
import {
  dependenciesAreDeclared,
  dependenciesHaveNoCircle,
  networksAreDeclared,
  secretsAndConfigsAreDeclared,
  volumesAreDeclared,
} from "./references";
import type { Scope, ServiceCheck } from "./scope";
import {
  completionsAreOfJobs,
  healthTestMakesSense,
  imageIsNamed,
  jobsRunOnce,
  nameIsAllowed,
  replicasFitMode,
  restartIsHeard,
  targetsDiffer,
} from "./services";

const serviceChecks: readonly ServiceCheck[] = [
  nameIsAllowed,
  imageIsNamed,
  networksAreDeclared,
  volumesAreDeclared,
  secretsAndConfigsAreDeclared,
  dependenciesAreDeclared,
  replicasFitMode,
  jobsRunOnce,
  restartIsHeard,
  completionsAreOfJobs,
  healthTestMakesSense,
  targetsDiffer,
  ingressHasAnAddress,
  edgeHasNoVip,
  hostPortsLeaveFirst,
  constraintsCanBeMet,
  signalIsKnown,
  sysctlsAreOfContainers,
  textsCanStart,
];

const projectChecks: readonly ((scope: Scope) => void)[] = [
  dependenciesHaveNoCircle,
  portsArePublishedOnce,
  externalsAreBare,
  networksSpanNodes,
  contentsAreGiven,
  objectNamesAreAllowed,
  subnetsAreNetworks,
  volumeNamesAreAllowed,
];

const STACK_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** Whether there would be services, had they been written right. */
function servicesAreBroken({ project, origins }: Scope): boolean {
  if (project.services) return origins.isSaid(project.services);
  return origins.of(project, "services") !== undefined || origins.wasMeant(project, "services");
}

/** Checks what the parts of a project say of each other; all that is wrong is reported. */
export function validate(scope: Scope, root: Origin): void {
  if (!STACK_NAME.test(scope.stack)) {
    const origin = scope.origins.of(scope.project, "name");
    scope.problems.report("bad-stack-name", origin, { name: scope.stack });
  }
  const services = Object.entries(scope.services);
  if (services.length === 0 && !servicesAreBroken(scope))
    scope.problems.report("no-services", { ...root, end: root.start + 1 }, {});
  const checks = scope.builds ? [...serviceChecks, ...buildChecks] : serviceChecks;
  for (const [name, service] of services) for (const check of checks) check(service, name, scope);
  for (const check of projectChecks) check(scope);
}
