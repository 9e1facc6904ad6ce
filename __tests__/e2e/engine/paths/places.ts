import type { ContainerCreateRequest, ContainerInspect, HostConfig, Mount } from "../../../../engine";

/** Where an argument is a path, and what the engine's inspection tells of it. */
export interface Place {
  /** Of `docker_container`. */
  readonly argument: string;
  readonly body: (path: string) => ContainerCreateRequest;
  readonly told: (found: ContainerInspect) => string | null | undefined;
}

const mounted = (mount: Partial<Mount>): HostConfig => ({
  Mounts: [{ Type: "bind", Source: "/tmp", Target: "/t", ...mount }],
});
const device = (device: object): HostConfig => ({
  Devices: [{ PathOnHost: "/dev/null", PathInContainer: "/dev/null", CgroupPermissions: "rwm", ...device }],
});
const [SOURCE, TARGET] = [0, 1];
const bind = (part: number) => (found: ContainerInspect) => found.HostConfig.Binds?.[0]?.split(":")[part];

export const places: readonly Place[] = [
  {
    argument: "working_dir",
    body: (path) => ({ WorkingDir: path }),
    told: ({ Config }) => Config.WorkingDir,
  },
  {
    argument: "volumes.host_path",
    body: (path) => ({ HostConfig: { Binds: [`${path}:/t:rw`] } }),
    told: bind(SOURCE),
  },
  {
    argument: "volumes.container_path",
    body: (path) => ({ HostConfig: { Binds: [`/tmp:${path}:rw`] } }),
    told: bind(TARGET),
  },
  {
    argument: "volumes.container_path, anonymous",
    body: (path) => ({ Volumes: { [path]: {} } }),
    told: ({ Config }) => Object.keys(Config.Volumes ?? {})[0],
  },
  {
    argument: "mounts.source",
    body: (path) => ({ HostConfig: mounted({ Source: path }) }),
    told: ({ HostConfig }) => (HostConfig.Mounts as Mount[])[0]?.Source,
  },
  {
    argument: "mounts.target",
    body: (path) => ({ HostConfig: mounted({ Target: path }) }),
    told: ({ HostConfig }) => (HostConfig.Mounts as Mount[])[0]?.Target,
  },
  {
    argument: "tmpfs",
    body: (path) => ({ HostConfig: { Tmpfs: { [path]: "" } } }),
    told: ({ HostConfig }) => Object.keys(HostConfig.Tmpfs ?? {})[0],
  },
  {
    argument: "devices.host_path",
    body: (path) => ({ HostConfig: device({ PathOnHost: path }) }),
    told: ({ HostConfig }) => (HostConfig.Devices as { PathOnHost?: string }[])[0]?.PathOnHost,
  },
  {
    argument: "devices.container_path",
    body: (path) => ({ HostConfig: device({ PathInContainer: path }) }),
    told: ({ HostConfig }) => (HostConfig.Devices as { PathInContainer?: string }[])[0]?.PathInContainer,
  },
];

/** Ways to write a path; what the engine does with each is for it to say. */
export const spelled: readonly string[] = [
  "/tmp",
  "/tmp/",
  "//tmp",
  "/tmp//",
  "/./tmp",
  "/tmp/.",
  "/tmp/../tmp",
  "/",
  "tmp",
];
