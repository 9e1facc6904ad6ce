import { isCdiDevice } from "../../formats/cdi-device";
import type { Service } from "../../keys/service";
import { copy } from "../../terraform/blocks";
import type { ContainerArguments } from "./project-model";
import { type Folder, securityOption } from "./security-option";

/** A container that shares a namespace of another service's first container. */
export interface Sharing {
  /** Name of the container, by the service's. */
  readonly containerOf: (service: string) => string;
}

/** What sets a container apart from the machine, and what it is let have of it. */
export function isolationArguments(service: Service, { containerOf, ...folder }: Sharing & Folder): ContainerArguments {
  const { cap_add: add, cap_drop: drop } = service;
  const { paths, requested } = devicesOf(service);
  const shared = (mode: string | undefined) => mode && (sharedWith(mode, containerOf) ?? mode);
  return {
    capabilities: add || drop ? { add: copy(add), drop: copy(drop) } : undefined,
    privileged: service.privileged || undefined,
    readOnly: service.read_only || undefined,
    securityOpts: service.security_opt?.map((option) => securityOption(option, folder)),
    usernsMode: service.userns_mode || undefined,
    ipcMode: shared(service.ipc) || undefined,
    pidMode: shared(service.pid) || undefined,
    utsMode: service.uts || undefined,
    cgroupnsMode: service.cgroup,
    cgroupParent: service.cgroup_parent || undefined,
    groupAdd: copy(service.group_add),
    sysctls: service.sysctls && { ...service.sysctls },
    runtime: service.runtime || undefined,
    annotations: service.annotations && { ...service.annotations },
    platform: service.platform,
    devices: paths.length > 0 ? paths : undefined,
    deviceCgroupRules: copy(service.device_cgroup_rules),
    deviceRequests: deviceRequests(service, requested),
  };
}

/** `service:X` is X's first container. */
export function sharedWith(mode: string, containerOf: Sharing["containerOf"]): string | undefined {
  const [, service] = /^service:(.+)$/.exec(mode) ?? [];
  return service === undefined ? undefined : `container:${containerOf(service)}`;
}

type Device = NonNullable<Service["devices"]>[number];

/** `HOST[:CONTAINER[:PERMISSIONS]]`, or its parts. */
function device({ source, ...rest }: Device) {
  const [hostPath = "", containerPath, permissions] = "target" in rest ? [source] : source.split(":");
  const { target = containerPath, permissions: may = permissions } = rest as { target?: string; permissions?: string };
  return { hostPath, containerPath: target, permissions: may };
}

/** The devices at paths of the machine, and those that the engine is asked for by their names. */
function devicesOf({ devices = [] }: Service) {
  const all = devices.map(device);
  const isRequested = ({ hostPath, containerPath = hostPath }: (typeof all)[number]) =>
    hostPath === containerPath && isCdiDevice(hostPath);
  const requested = all.filter(isRequested).map(({ hostPath }) => hostPath);
  return { paths: all.filter((each) => !isRequested(each)), requested };
}

type Request = Exclude<NonNullable<Service["gpus"]>, string>[number];

/** `gpus` and `deploy.resources.reservations.devices`. A GPU is a device that can do what its driver calls `gpu`. */
function deviceRequests({ gpus, deploy }: Service, cdi: readonly string[]): ContainerArguments["deviceRequests"] {
  const asked: readonly Request[] = gpus === "all" ? [{ count: -1 }] : (gpus ?? []);
  const requests = [
    ...asked.map((request) => ({ ...request, capabilities: [...(request.capabilities ?? []), "gpu"] })),
    ...(deploy?.resources?.reservations?.devices ?? []),
  ];
  if (requests.length === 0 && cdi.length === 0) return undefined;
  return [
    // Source: getDeployResources of docker/compose, pkg/compose/create.go
    ...(cdi.length > 0 ? [{ driver: "cdi", deviceIds: [...cdi] }] : []),
    ...requests.map(({ driver, count, device_ids: ids, capabilities, options }) => ({
      driver,
      count: ids ? undefined : (count ?? -1),
      deviceIds: copy(ids),
      capabilities: copy(capabilities),
      options: options && { ...options },
    })),
  ];
}
