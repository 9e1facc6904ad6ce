import { own } from "../../../foreign/own";
import { readImage } from "../formats/image-reference";
import type { Mount } from "../formats/mount";
import type { Project } from "../keys/project";
import type { FileReference } from "../keys/references";
import type { Service } from "../keys/service";
import type { Normalized } from "../normalize/normalize";
import { capabilities } from "./capabilities";
import { type MountSpec, mountSpec } from "./mounts";
import type { Names } from "./names";
import type { PathOf } from "./path-of";
import { ascending, nonZero, present, some } from "./present";

export interface ContainerSpec {
  readonly Image: string;
  readonly Labels: Readonly<Record<string, string>>;
  readonly Command?: readonly string[];
  readonly Args?: readonly string[];
  readonly Hostname?: string;
  /** `NAME=value`; a name alone takes the image's variable away. */
  readonly Env?: readonly string[];
  readonly Dir?: string;
  readonly User?: string;
  readonly Groups?: readonly string[];
  readonly Privileges: Privileges;
  readonly Init?: boolean;
  readonly StopSignal?: string;
  readonly TTY?: true;
  readonly OpenStdin?: true;
  readonly ReadOnly?: true;
  readonly Mounts?: readonly MountSpec[];
  readonly StopGracePeriod?: number;
  readonly Healthcheck?: Healthcheck;
  /** `ADDRESS HOST`. */
  readonly Hosts?: readonly string[];
  readonly DNSConfig?: DnsConfig;
  readonly Secrets?: readonly SecretReference[];
  readonly Configs?: readonly ConfigReference[];
  readonly Isolation?: string;
  readonly Sysctls?: Readonly<Record<string, string>>;
  readonly CapabilityAdd?: readonly string[];
  readonly CapabilityDrop?: readonly string[];
  readonly Ulimits?: readonly Ulimit[];
  readonly OomScoreAdj?: number;
}

export interface Privileges {
  readonly CredentialSpec: { readonly Config: string; readonly File: string; readonly Registry: string } | null;
  readonly SELinuxContext: null;
  readonly NoNewPrivileges: false;
}

export interface Healthcheck {
  readonly Test?: readonly string[];
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly Retries?: number;
  readonly StartPeriod?: number;
  readonly StartInterval?: number;
}

export interface DnsConfig {
  readonly Nameservers?: readonly string[];
  readonly Search?: readonly string[];
  readonly Options?: readonly string[];
}

export interface FileTarget {
  readonly Name: string;
  readonly UID: string;
  readonly GID: string;
  readonly Mode: number;
}

/** The engine wants the id as well, which is known once the secret is made. */
export interface SecretReference {
  readonly File: FileTarget;
  readonly SecretName: string;
}

/** A file, or without one what a credential spec reads. */
export interface ConfigReference {
  readonly File?: FileTarget;
  readonly Runtime?: Readonly<Record<string, never>>;
  readonly ConfigName: string;
}

export interface Ulimit {
  readonly Name: string;
  readonly Soft: number;
  readonly Hard: number;
}

const yes = (value: boolean | undefined): true | undefined => (value ? true : undefined);

/** The mount, its path told as Terraform knows it where the file gives it from its own folder. */
const toldFrom = (mount: Mount, pathOf: PathOf): Mount =>
  mount.isRelative && mount.source !== undefined ? { ...mount, source: pathOf(mount.source) } : mount;

/** What a service's containers are made of. */
export function containerSpec(service: Service, { project }: Normalized, names: Names, pathOf: PathOf): ContainerSpec {
  const { add, drop } = capabilities(service.cap_add, service.cap_drop);
  const mounts = [...(service.volumes ?? []), ...(service.tmpfs ?? [])];
  return present({
    Image: readImage(service.image!) ?? service.image!,
    Labels: names.labelled(service.labels),
    Command: some(service.entrypoint),
    Args: some(service.command),
    Hostname: service.hostname || undefined,
    Env: some(environment(service)),
    Dir: service.working_dir || undefined,
    User: service.user || undefined,
    Groups: some(service.group_add),
    Privileges: privileges(service, names),
    Init: service.init,
    StopSignal: service.stop_signal || undefined,
    TTY: yes(service.tty),
    OpenStdin: yes(service.stdin_open),
    ReadOnly: yes(service.read_only),
    Mounts: some(mounts.map((mount) => mountSpec(toldFrom(mount, pathOf), project.volumes ?? {}, names))),
    StopGracePeriod: service.stop_grace_period,
    Healthcheck: healthcheck(service.healthcheck),
    Hosts: some(service.extra_hosts?.map(({ host, address }) => `${address} ${host}`)),
    DNSConfig: dnsConfig(service),
    Secrets: some(secrets(service, project, names)),
    Configs: some(configs(service, project, names)),
    Isolation: service.isolation,
    Sysctls: service.sysctls,
    CapabilityAdd: some(add),
    CapabilityDrop: some(drop),
    Ulimits: some(ulimits(service)),
    OomScoreAdj: nonZero(service.oom_score_adj),
  });
}

function environment({ environment }: Service): string[] {
  const all = Object.entries(environment ?? {});
  return all.map(([name, value]) => (value === null ? name : `${name}=${value}`)).sort(ascending((line) => line));
}

function privileges({ credential_spec: spec }: Service, names: Names): Privileges {
  const { config, file = "", registry = "" } = spec ?? {};
  const Config = config === undefined ? "" : names.config(config);
  return {
    CredentialSpec: Config || file || registry ? { Config, File: file, Registry: registry } : null,
    SELinuxContext: null,
    NoNewPrivileges: false,
  };
}

function healthcheck(health: Service["healthcheck"]): Healthcheck | undefined {
  if (!health) return undefined;
  if (health.disable) return { Test: ["NONE"] };
  return present({
    Test: some(health.test),
    Interval: nonZero(health.interval),
    Timeout: nonZero(health.timeout),
    Retries: nonZero(health.retries),
    StartPeriod: nonZero(health.start_period),
    StartInterval: nonZero(health.start_interval),
  });
}

function dnsConfig({ dns, dns_search: search, dns_opt: options }: Service): DnsConfig | undefined {
  const config = present({ Nameservers: some(dns), Search: some(search), Options: some(options) });
  return Object.keys(config).length > 0 ? config : undefined;
}

const target = ({ source, target, uid = "0", gid = "0", mode = 0o444 }: FileReference): FileTarget => ({
  Name: target ?? source,
  UID: uid,
  GID: gid,
  Mode: mode,
});

function secrets({ secrets = [] }: Service, project: Project, names: Names): SecretReference[] {
  const references = secrets.map((secret) => {
    const reference = { File: target(secret), SecretName: names.secret(secret.source) };
    return names.refer(reference, secret.source, own(project.secrets, secret.source));
  });
  return references.sort(ascending(({ SecretName }) => SecretName));
}

function configs(service: Service, project: Project, names: Names): ConfigReference[] {
  const { configs = [], credential_spec: credential } = service;
  const refer = (reference: ConfigReference, key: string): ConfigReference =>
    names.refer(reference, key, own(project.configs, key));
  const named = (key: string) => ({ ConfigName: names.config(key) });
  const files = configs.map((config) => refer({ File: target(config), ...named(config.source) }, config.source));
  if (credential?.config !== undefined)
    files.push(refer({ Runtime: {}, ...named(credential.config) }, credential.config));
  return files.sort(ascending(({ ConfigName }) => ConfigName));
}

function ulimits({ ulimits = {} }: Service): Ulimit[] {
  const all = Object.entries(ulimits).map(([Name, { soft, hard }]) => ({ Name, Hard: hard, Soft: soft }));
  return all.sort(ascending(({ Name }) => Name));
}
