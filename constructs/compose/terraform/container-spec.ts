import type {
  ServiceTaskSpecContainerSpec,
  ServiceTaskSpecContainerSpecMounts,
} from "@cdktf/provider-docker/lib/service";
import type { ConfigReference, ContainerSpec, FileTarget, MountSpec, SecretReference } from "../convert/engine-api";
import { writeDuration } from "../forms/duration";
import { copy, filled, labelBlocks } from "./blocks";
import type { Objects } from "./objects";

const time = (nanoseconds: number | undefined) => (nanoseconds === undefined ? undefined : writeDuration(nanoseconds));

/** The attributes that the community provider has for it; see `additions` for the others. */
export function containerSpec(spec: ContainerSpec, objects: Objects): ServiceTaskSpecContainerSpec {
  const { CredentialSpec: credential } = spec.Privileges;
  return {
    image: spec.Image,
    labels: labelBlocks(spec.Labels),
    command: copy(spec.Command),
    args: copy(spec.Args),
    hostname: spec.Hostname,
    env: environment(spec.Env),
    dir: spec.Dir,
    user: spec.User,
    groups: copy(spec.Groups),
    privileges: credential
      ? { credentialSpec: { file: credential.File || undefined, registry: credential.Registry || undefined } }
      : undefined,
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
  };
}

function environment(lines: readonly string[] | undefined): Record<string, string> | undefined {
  const set = lines?.filter((line) => line.includes("="));
  if (!set?.length) return undefined;
  return Object.fromEntries(set.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

function hostBlock(line: string) {
  const [ip = "", host = ""] = line.split(" ");
  return { host, ip };
}

function mountBlock(mount: MountSpec, objects: Objects): ServiceTaskSpecContainerSpecMounts {
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
        labels: volume.Labels && labelBlocks(volume.Labels),
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
  const { ConfigName: name, File } = reference;
  const made = configs.get(reference);
  return { configId: made?.id ?? "", configName: made?.name ?? name, ...(File ? fileBlock(File) : { fileName: "" }) };
}
