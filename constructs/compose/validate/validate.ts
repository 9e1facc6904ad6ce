import type { Target } from "../keys/support";
import type { Origin } from "../source/source";
import { addressesCanBeHad } from "./addresses";
import { buildChecks, buildsHaveNoCircle } from "./builds";
import { textsCanStart } from "./container-texts";
import { projectIsOfASize } from "./counts";
import { contentsAreGiven, externalsAreBare, networksSpanNodes, objectNamesAreAllowed } from "./declarations";
import {
  constraintsCanBeMet,
  signalIsKnown,
  subnetsAreNetworks,
  sysctlsAreOfContainers,
  volumeNamesAreAllowed,
} from "./engine-refusals";
import {
  boundFilesAreAsTheyAre,
  containerNamesDiffer,
  containersHaveNames,
  filesCanBePut,
  healthIsChecked,
  mountsAreOfOneEngine,
  mountsAreRelabelled,
  networkModeIsAlone,
  portsAreEnough,
  projectIsNamed,
  pullPolicyIsHeard,
  sharedServicesAreDeclared,
  swappinessIsHeard,
} from "./host";
import { restartPolicyIsHeard } from "./host-restart";
import { edgeHasNoVip, hostPortsLeaveFirst, ingressHasAnAddress, portsAreOfOne, portsArePublishedOnce } from "./ports";
import {
  dependenciesAreDeclared,
  dependenciesHaveNoCircle,
  networksAreDeclared,
  secretsAndConfigsAreDeclared,
  volumesAreDeclared,
} from "./references";
import type { Scope, ServiceCheck } from "./scope";
import { secretsReachNoState } from "./secrets";
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
import { stackIsNamed } from "./stack-name";

type ProjectCheck = (scope: Scope) => void;

/** What is checked of each service, and of the whole, whatever it is for. */
const checks: { readonly ofService: readonly ServiceCheck[]; readonly ofProject: readonly ProjectCheck[] } = {
  ofService: [
    imageIsNamed,
    networksAreDeclared,
    volumesAreDeclared,
    secretsAndConfigsAreDeclared,
    dependenciesAreDeclared,
    replicasFitMode,
    healthTestMakesSense,
    targetsDiffer,
    signalIsKnown,
    textsCanStart,
  ],
  ofProject: [
    dependenciesHaveNoCircle,
    externalsAreBare,
    secretsReachNoState,
    subnetsAreNetworks,
    volumeNamesAreAllowed,
  ],
};

/** And what more is, by target. */
const checksOf: Readonly<Record<Target, typeof checks>> = {
  swarm: {
    ofService: [
      nameIsAllowed,
      jobsRunOnce,
      restartIsHeard,
      completionsAreOfJobs,
      ingressHasAnAddress,
      edgeHasNoVip,
      hostPortsLeaveFirst,
      constraintsCanBeMet,
      sysctlsAreOfContainers,
    ],
    ofProject: [stackIsNamed, portsArePublishedOnce, networksSpanNodes, contentsAreGiven, objectNamesAreAllowed],
  },
  host: {
    ofService: [
      sharedServicesAreDeclared,
      healthIsChecked,
      networkModeIsAlone,
      containersHaveNames,
      portsAreEnough,
      filesCanBePut,
      boundFilesAreAsTheyAre,
      mountsAreOfOneEngine,
      mountsAreRelabelled,
      pullPolicyIsHeard,
      swappinessIsHeard,
      restartPolicyIsHeard,
    ],
    ofProject: [
      projectIsNamed,
      projectIsOfASize,
      containerNamesDiffer,
      portsAreOfOne,
      addressesCanBeHad,
      contentsAreGiven,
    ],
  },
};

/** Whether there would be services, had they been written right. */
function servicesAreBroken({ project, origins }: Scope): boolean {
  if (project.services) return origins.isSaid(project.services);
  return origins.of(project, "services") !== undefined || origins.wasMeant(project, "services");
}

/** Checks what the parts of a project say of each other; all that is wrong is reported. */
export function validate(scope: Scope, root: Origin): void {
  const services = Object.entries(scope.services);
  if (services.length === 0 && !servicesAreBroken(scope))
    scope.problems.report("no-services", { ...root, end: root.start + 1 }, {});
  const { ofService, ofProject } = checksOf[scope.target];
  const all = [...checks.ofService, ...ofService, ...(scope.builds ? buildChecks : [])];
  for (const [name, service] of services) for (const check of all) check(service, name, scope);
  const whole = [...checks.ofProject, ...ofProject, ...(scope.builds ? [buildsHaveNoCircle] : [])];
  for (const check of whole) check(scope);
}
