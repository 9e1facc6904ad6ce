import { own } from "../../../foreign/own";
import type { Mount } from "../formats/mount";
import { isProjectName } from "../formats/project-name";
import { impliedDependencies } from "../keys/implied-dependencies";
import { replicasOf } from "../keys/service";
import { nearest } from "../problems/suggest";
import { at, type Scope, type ServiceCheck } from "./scope";

// What one engine cannot do, told before anything is made.

export function projectIsNamed({ stack, project, origins, problems }: Scope): void {
  const origin = project.name === stack ? origins.of(project, "name") : undefined;
  if (!isProjectName(stack)) problems.report("bad-project-name", origin, { name: stack });
}

/** What `service:X` names in `network_mode` and the like is a service of the file. */
export const sharedServicesAreDeclared: ServiceCheck = (service, name, scope) => {
  const known = Object.keys(scope.services);
  for (const [other, { from }] of impliedDependencies(service)) {
    if (Object.hasOwn(scope.services, other)) continue;
    const profiles = scope.inactive.get(other);
    const origin = at(scope, service, name, from);
    if (profiles) scope.problems.report("service-not-active", origin, { name: other, profiles });
    else scope.problems.report("undefined-service", origin, { name: other, known, meant: () => nearest(other, known) });
  }
};

/** What is waited for to be healthy has a check: the file's, or its image's, which is not known here. */
export const healthIsChecked: ServiceCheck = (
  { depends_on: dependencies = {} },
  _,
  { services, origins, problems },
) => {
  for (const [service, { condition }] of Object.entries(dependencies)) {
    const waitedFor = own(services, service);
    if (condition !== "service_healthy" || !waitedFor || replicasOf(waitedFor) === 0) continue;
    const { disable, test } = waitedFor.healthcheck ?? {};
    if (disable || test?.[0] === "NONE")
      problems.report("healthy-without-check", origins.of(dependencies, service), { service });
  }
};

export const networkModeIsAlone: ServiceCheck = (service, name, scope) => {
  const { network_mode: mode, networks } = service;
  if (!mode || Object.keys(networks ?? {}).length === 0) return;
  scope.problems.report("network-mode-with-networks", at(scope, service, name, "network_mode"), { mode });
};

export const containersHaveNames: ServiceCheck = (service, service_, scope) => {
  const { container_name: name } = service;
  const replicas = replicasOf(service);
  if (!name || replicas < 2) return;
  scope.problems.report("container-name-of-many", at(scope, service, service_, "container_name"), { name, replicas });
};

/** A name is one container's, whether the file gives it or not. */
export function containerNamesDiffer(scope: Scope): void {
  const { stack, services, problems } = scope;
  const named = new Map<string, string>();
  const unnamed = Object.entries(services).filter(([, service]) => !service.container_name);
  const numbered = new Map(
    unnamed.map(([key, service]) => [`${stack}-${key}`, { key, replicas: replicasOf(service) }]),
  );
  for (const [key, service] of Object.entries(services)) {
    const { container_name: name } = service;
    if (!name) continue;
    const [, prefix = "", number = ""] = /^(.*)-([1-9]\d*)$/s.exec(name) ?? [];
    const other = numbered.get(prefix);
    const first = named.get(name) ?? (other && Number(number) <= other.replicas ? other.key : undefined);
    if (first === undefined) named.set(name, key);
    else problems.report("container-name-twice", at(scope, service, key, "container_name"), { name, service: first });
  }
}

/** A port of the machine is one container's. */
export const portsAreEnough: ServiceCheck = (service, _, { origins, problems }) => {
  const replicas = replicasOf(service);
  const { ports = [] } = service;
  const place = ports.findIndex(({ published, choice }) =>
    choice ? choice.to - choice.from + 1 < replicas : published !== undefined && replicas > 1,
  );
  if (place === -1) return;
  const { published, choice } = ports[place]!;
  const port = choice ? `${choice.from}-${choice.to}` : published!;
  problems.report("port-of-many", origins.of(ports, place), { port, replicas });
};

/** What is put into a container is written into its root file system. */
export const filesCanBePut: ServiceCheck = (service, _, { project, origins, problems }) => {
  if (!service.read_only) return;
  for (const kind of ["secret", "config"] as const) {
    const references = service[`${kind}s`] ?? [];
    references.forEach(({ source }, i) => {
      const item = own<{ readonly file?: string }>(project[`${kind}s`], source);
      if (item && item.file === undefined)
        problems.report("file-in-read-only", origins.of(references, i), { kind, name: source });
    });
  }
};

/** What is bound is as it is on the machine. Source: fileReferenceReport of docker/compose, unsupported_attributes.go */
export const boundFilesAreAsTheyAre: ServiceCheck = (service, _, { project, origins, problems }) => {
  for (const kind of ["secret", "config"] as const)
    for (const reference of service[`${kind}s`] ?? []) {
      const item = own<{ readonly file?: string }>(project[`${kind}s`], reference.source);
      if (item?.file === undefined) continue;
      for (const key of ["uid", "gid", "mode"] as const)
        if (reference[key] !== undefined)
          problems.report("file-owner-dropped", origins.of(reference, key), { key, kind, name: reference.source });
    }
};

export const mountsAreOfOneEngine: ServiceCheck = ({ volumes = [] }, _, { origins, problems }) => {
  volumes.forEach(({ type }, i) => {
    if (type === "cluster" || type === "npipe")
      problems.report("mount-of-swarm", origins.of(volumes, i), {
        type: type === "npipe" ? "named pipe" : "cluster volume",
      });
  });
};

/** Options that make a mount one of the new kind, which has none for SELinux. */
const ofNewKind: Readonly<Record<string, (mount: Mount) => boolean>> = {
  propagation: ({ propagation }) => propagation !== undefined,
  recursive: ({ recursive }) => recursive !== undefined,
  "create_host_path: false": ({ createHostPath }) => createHostPath === false,
  nocopy: ({ noCopy }) => noCopy === true,
  subpath: ({ subpath }) => subpath !== undefined,
  labels: ({ labels }) => labels !== undefined,
};

export const mountsAreRelabelled: ServiceCheck = ({ volumes = [] }, _, { origins, problems }) => {
  volumes.forEach((mount, i) => {
    const [beside] = Object.entries(ofNewKind).find(([, isSet]) => isSet(mount)) ?? [];
    if (mount.selinux && beside) problems.report("selinux-dropped", origins.of(volumes, i), { beside });
  });
};

const policies = ["always", "missing", "never", "build", "if_not_present"];

export const pullPolicyIsHeard: ServiceCheck = (service, name, scope) => {
  const { pull_policy: policy } = service;
  if (!policy || policies.includes(policy)) return;
  scope.problems.report("pull-when-missing", at(scope, service, name, "pull_policy"), { policy });
};

export const swappinessIsHeard: ServiceCheck = (service, name, scope) => {
  if (service.mem_swappiness !== 0) return;
  scope.problems.report("swappiness-of-zero", at(scope, service, name, "mem_swappiness"), {});
};
