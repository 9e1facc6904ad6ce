import { writeDuration } from "../../../formats/duration";
import { toLabelBlocks } from "../../../formats/labels";
import type {
  DockerServiceTaskSpecContainerSpec,
  DockerServiceTaskSpecContainerSpecMounts,
} from "../../bindings/docker-service";
import type { ConfigReference, ContainerSpec, FileTarget, SecretReference } from "../convert/container";
import type { MountSpec } from "../convert/mounts";
import { copy, filled } from "./blocks";
import type { Objects } from "./objects";

const time = (nanoseconds: number | undefined) => (nanoseconds === undefined ? undefined : writeDuration(nanoseconds));

/** The block that makes the specification. */
export function containerSpec(spec: ContainerSpec, objects: Objects): DockerServiceTaskSpecContainerSpec {
  return {
    image: spec.Image,
    labels: toLabelBlocks(spec.Labels),
    command: copy(spec.Command),
    args: copy(spec.Args),
    hostname: spec.Hostname,
    env: environment(spec.Env),
    unsetEnv: unsetEnvironment(spec.Env),
    dir: spec.Dir,
    user: spec.User,
    groups: copy(spec.Groups),
    privileges: privilegesBlock(spec, objects),
    init: spec.Init,
    tty: spec.TTY,
    openStdin: spec.OpenStdin,
    stopSignal: spec.StopSignal,
    readOnly: spec.ReadOnly,
    mounts: spec.Mounts?.map((mount) => mountBlock(mount, objects)),
    stopGracePeriod: time(spec.StopGracePeriod),
    healthcheck: {
      test: copy(spec.Healthcheck?.Test) ?? [],
      interval: time(spec.Healthcheck?.Interval),
      timeout: time(spec.Healthcheck?.Timeout),
      retries: spec.Healthcheck?.Retries,
      startPeriod: time(spec.Healthcheck?.StartPeriod),
      startInterval: time(spec.Healthcheck?.StartInterval),
    },
    hosts: spec.Hosts?.map(hostBlock),
    dnsConfig: {
      nameservers: copy(spec.DNSConfig?.Nameservers) ?? [],
      search: copy(spec.DNSConfig?.Search),
      options: copy(spec.DNSConfig?.Options),
    },
    secrets: spec.Secrets?.map((secret) => secretBlock(secret, objects)),
    configs: spec.Configs?.map((config) => configBlock(config, objects)),
    isolation: spec.Isolation,
    sysctl: spec.Sysctls && { ...spec.Sysctls },
    capAdd: copy(spec.CapabilityAdd),
    capDrop: copy(spec.CapabilityDrop),
    ulimits: spec.Ulimits?.map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft, hard: Hard })),
    oomScoreAdj: spec.OomScoreAdj,
  };
}

function environment(lines: readonly string[] | undefined): Record<string, string> | undefined {
  const set = lines?.filter((line) => line.includes("="));
  if (!set?.length) return undefined;
  return Object.fromEntries(set.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

/** Names without a value: the tasks do without what the image has. */
function unsetEnvironment(lines: readonly string[] | undefined): string[] | undefined {
  const unset = lines?.filter((line) => !line.includes("="));
  return unset?.length ? unset : undefined;
}

function privilegesBlock({ Privileges, Configs = [] }: ContainerSpec, { configs }: Objects) {
  const { CredentialSpec: credential } = Privileges;
  if (!credential) return undefined;
  const { File, Registry, Config } = credential;
  const reference = Configs.find(({ Runtime }) => Runtime);
  const config = Config ? ((reference && configs.get(reference)?.id) ?? Config) : undefined;
  return { credentialSpec: { file: File || undefined, registry: Registry || undefined, config } };
}

function hostBlock(line: string) {
  const [ip = "", host = ""] = line.split(" ");
  return { host, ip };
}

function mountBlock(mount: MountSpec, objects: Objects): DockerServiceTaskSpecContainerSpecMounts {
  const { VolumeOptions: volume, TmpfsOptions: tmpfs, BindOptions: bind } = mount;
  const { DriverConfig: driver } = volume ?? {};
  return {
    type: mount.Type,
    source: mount.Source === undefined ? undefined : (objects.volumes.get(mount)?.name ?? mount.Source),
    target: mount.Target,
    readOnly: mount.ReadOnly,
    bindOptions: bind && filled({ propagation: bind.Propagation }),
    volumeOptions:
      volume &&
      filled({
        noCopy: volume.NoCopy,
        driverName: driver?.Name,
        driverOptions: driver?.Options && { ...driver.Options },
        labels: volume.Labels && toLabelBlocks(volume.Labels),
        subpath: volume.Subpath,
      }),
    tmpfsOptions: tmpfs && filled({ sizeBytes: tmpfs.SizeBytes, mode: tmpfs.Mode }),
  };
}

const fileBlock = (file: FileTarget) => ({
  fileName: file.Name,
  fileUid: file.UID,
  fileGid: file.GID,
  fileMode: file.Mode,
});

function secretBlock(reference: SecretReference, { secrets }: Objects) {
  const { SecretName: name, File } = reference;
  const made = secrets.get(reference);
  return { secretId: made?.id ?? "", secretName: made?.name ?? name, ...fileBlock(File) };
}

function configBlock(reference: ConfigReference, { configs }: Objects) {
  const { ConfigName: name, File, Runtime } = reference;
  const made = configs.get(reference);
  const target = File ? fileBlock(File) : { fileName: "" };
  return { configId: made?.id ?? "", configName: made?.name ?? name, ...target, runtime: Runtime ? true : undefined };
}
