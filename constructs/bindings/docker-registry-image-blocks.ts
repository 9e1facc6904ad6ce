// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/registry-image";
import * as cdktf from "cdktf";

/** A secret that steps can read and the image does not keep (BuildKit). Without `env` and `src`, `id` is the variable that holds it, or where there is none, the file. */
export interface DockerRegistryImageBuildSecrets {
  /** Id that `RUN --mount=type=secret,id=…` names. */
  readonly id: string;
  /** Environment variable of the provider that holds it; goes before `src`. */
  readonly env?: string;
  /** File that holds it. */
  readonly src?: string;
}

/** Credentials for a registry that the build pulls from. They go before the provider's. */
export interface DockerRegistryImageBuildAuthConfig {
  /** The registry's host, `registry.example.com:5000`. */
  readonly hostName: string;
  /** User name. */
  readonly userName?: string;
  /** Password. */
  readonly password?: string;
  /** User name and password, a colon between, in base64. */
  readonly auth?: string;
  /** Of no use to today's registries. */
  readonly email?: string;
  /** Address of the registry, where it is not `host_name`. */
  readonly serverAddress?: string;
  /** Token of a registry that was logged in to. */
  readonly identityToken?: string;
  /** Bearer token that is sent to the registry as it is. */
  readonly registryToken?: string;
}

/** Limit of the processes that run in the build. */
export interface DockerRegistryImageBuildUlimit {
  /** `nofile`, `nproc` and so on. */
  readonly name: string;
  /** Hard limit. */
  readonly hard: number;
  /** Soft limit. */
  readonly soft: number;
}

/** Build the image and push it, in place of one that the engine has; the engine keeps none of it. It is built anew when any of this changes, or what it is built from. */
export interface DockerRegistryImageBuild {
  /** Folder that the Dockerfile copies from, or URL of a Git repository or a tar archive. Relative paths are from the working folder. */
  readonly context: string;
  /** Path of the Dockerfile, from `context`; it may lie outside of it. @default "Dockerfile" */
  readonly dockerfile?: string;
  /** URL of a Git repository or a tar archive, which the engine fetches in place of `context`. */
  readonly remoteContext?: string;
  /** Stage of the Dockerfile to end with. Default: the last one. */
  readonly target?: string;
  /** Values for the Dockerfile's ARG lines. */
  readonly buildArgs?: { [key: string]: string };
  /** Labels of the image. */
  readonly labels?: { [key: string]: string };
  /** Labels of the image too; where both name one, `labels` counts. */
  readonly label?: { [key: string]: string };
  /** Platform to build for, `os[/arch[/variant]]`; several with commas between, where the engine's images are in containerd's store. */
  readonly platform?: string;
  /** A secret that steps can read and the image does not keep (BuildKit). Without `env` and `src`, `id` is the variable that holds it, or where there is none, the file. */
  readonly secrets?: DockerRegistryImageBuildSecrets[] | cdktf.IResolvable;
  /** What steps may ask for signatures by `RUN --mount=type=ssh` (BuildKit): `default` is the agent of SSH_AUTH_SOCK, `ID=SOCKET` another one, `ID=KEYFILE[,KEYFILE]` private keys without a passphrase. No key reaches the engine. A change builds nothing. */
  readonly ssh?: string[];
  /** Credentials for a registry that the build pulls from. They go before the provider's. */
  readonly authConfig?: DockerRegistryImageBuildAuthConfig[] | cdktf.IResolvable;
  /** `1` for the classic builder, `2` for BuildKit. Default: BuildKit where the engine has it. */
  readonly version?: string;
  /** Name of a builder of `docker buildx`, which must be installed then; it uses the credentials of `docker login` and no TLS material of the provider block. Default: the engine itself. */
  readonly builder?: string;
  /** File that the build's progress is written to, outside of what the build is sent: each build would be another one. */
  readonly buildLogFile?: string;
  /** Run every step, whatever earlier builds left. */
  readonly noCache?: boolean | cdktf.IResolvable;
  /** Stages whose steps are run whatever earlier builds left, by name (BuildKit); with `no_cache` all are. */
  readonly noCacheFilter?: string[];
  /** Ask the registry for base images although they are there. */
  readonly pullParent?: boolean | cdktf.IResolvable;
  /** Images whose steps may be taken over, by name, or caches (BuildKit): `type=registry,ref=NAME`, `type=local,src=FOLDER`. A folder that has none yet is passed over. */
  readonly cacheFrom?: string[];
  /** Where the steps are kept for other builds (BuildKit): `type=inline` in the image itself; `type=registry,ref=NAME,mode=max` and `type=local,dest=FOLDER` where the engine's images are in containerd's store. A change builds nothing. */
  readonly cacheTo?: string[];
  /** More that the Dockerfile may copy from or begin with, `NAME=FOLDER`, `NAME=docker-image://IMAGE` or `NAME=URL` (BuildKit, Docker 23). What changes in such a folder builds the image anew. */
  readonly additionalContexts?: string[];
  /** Attest how the image was built (BuildKit, containerd's image store): `min`, `max` or `true` for all of it, build arguments included, or BuildKit's parameters with commas between, `mode=min,builder-id=NAME`. Default: `false`. */
  readonly provenance?: string;
  /** Attest what is in the image (BuildKit, containerd's image store): `generator=IMAGE` is the scanner, which the engine pulls, with `NAME=VALUE` for it behind commas (Docker 28); `true` is BuildKit's own, `docker/buildkit-syft-scanner:stable-1`. Default: `false`. */
  readonly sbom?: string;
  /** Network of RUN steps: `default`, `host`, `none`, or with the classic builder any network. */
  readonly networkMode?: string;
  /** More hosts for RUN steps, `name:address`. */
  readonly extraHosts?: string[];
  /** Size of /dev/shm in RUN steps, in bytes. */
  readonly shmSize?: number;
  /** Limit of the processes that run in the build. */
  readonly ulimit?: DockerRegistryImageBuildUlimit[] | cdktf.IResolvable;
  /** Control group that RUN steps are put under. */
  readonly cgroupParent?: string;
  /** Security options of RUN steps (classic builder). */
  readonly securityOpt?: string[];
  /** How RUN steps are kept apart on Windows (classic builder). */
  readonly isolation?: string;
  /** Memory of RUN steps, in bytes (classic builder). */
  readonly memory?: number;
  /** Memory and swap of RUN steps, in bytes; -1 for no limit (classic builder). */
  readonly memorySwap?: number;
  /** Length of a period of CPU time, in microseconds (classic builder). */
  readonly cpuPeriod?: number;
  /** CPU time in each period, in microseconds (classic builder). */
  readonly cpuQuota?: number;
  /** Weight against other containers (classic builder). */
  readonly cpuShares?: number;
  /** CPUs that may be used, `0-2,4` (classic builder). */
  readonly cpuSetCpus?: string;
  /** Memory nodes that may be used (classic builder). */
  readonly cpuSetMems?: string;
  /** Remove the classic builder's intermediate containers after a build that succeeded. @default true */
  readonly remove?: boolean | cdktf.IResolvable;
  /** Remove them after one that failed, too. */
  readonly forceRemove?: boolean | cdktf.IResolvable;
  /** Put the new layers together as one (engines with experimental features). */
  readonly squash?: boolean | cdktf.IResolvable;
  /** Tell nothing of the progress (classic builder). */
  readonly suppressOutput?: boolean | cdktf.IResolvable;
  /** An id for the build, under which it can be cancelled. */
  readonly buildId?: string;
  /** Id of the session with BuildKit. Default: a random one. */
  readonly sessionId?: string;
}

/** How long the resource may take. The engine is told to stop, and the error says what it was at. */
export interface DockerRegistryImageTimeouts {
  /** How long building and pushing may take, `20m`. Default: as long as it takes. */
  readonly create?: string;
  /** How long an update may take, `20m`. Default: as long as it takes. */
  readonly update?: string;
  /** How long removing may take, `20m`. Default: as long as it takes. */
  readonly delete?: string;
}

export interface DockerRegistryImageConfig extends community.RegistryImageConfig {
  /** Ask the registry through the engine (`GET /distribution`), where the engine alone reaches it: one on a network of containers, for instance. Where it does not answer, it is taken to have lost what was pushed. Such a registry is only ever added to: destroying the resource leaves the image in it. @default false */
  readonly throughEngine?: boolean | cdktf.IResolvable;
  /** Build the image and push it, in place of one that the engine has; the engine keeps none of it. It is built anew when any of this changes, or what it is built from. */
  readonly buildAttribute?: DockerRegistryImageBuild;
  /** How long the resource may take. The engine is told to stop, and the error says what it was at. */
  readonly timeouts?: DockerRegistryImageTimeouts;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** Build the image and push it, in place of one that the engine has; the engine keeps none of it. It is built anew when any of this changes, or what it is built from. */
export class DockerRegistryImageBuildOutputReference extends cdktf.ComplexObject {
  get context(): string { return this.getStringAttribute("context"); }
  get dockerfile(): string { return this.getStringAttribute("dockerfile"); }
  get remoteContext(): string { return this.getStringAttribute("remote_context"); }
  get target(): string { return this.getStringAttribute("target"); }
  get buildArgs(): { [key: string]: string } { return this.getStringMapAttribute("build_args"); }
  get labels(): { [key: string]: string } { return this.getStringMapAttribute("labels"); }
  get label(): { [key: string]: string } { return this.getStringMapAttribute("label"); }
  get platform(): string { return this.getStringAttribute("platform"); }
  get ssh(): string[] { return this.getListAttribute("ssh"); }
  get version(): string { return this.getStringAttribute("version"); }
  get builder(): string { return this.getStringAttribute("builder"); }
  get buildLogFile(): string { return this.getStringAttribute("build_log_file"); }
  get noCache(): cdktf.IResolvable { return this.getBooleanAttribute("no_cache"); }
  get noCacheFilter(): string[] { return this.getListAttribute("no_cache_filter"); }
  get pullParent(): cdktf.IResolvable { return this.getBooleanAttribute("pull_parent"); }
  get cacheFrom(): string[] { return this.getListAttribute("cache_from"); }
  get cacheTo(): string[] { return this.getListAttribute("cache_to"); }
  get additionalContexts(): string[] { return this.getListAttribute("additional_contexts"); }
  get provenance(): string { return this.getStringAttribute("provenance"); }
  get sbom(): string { return this.getStringAttribute("sbom"); }
  get networkMode(): string { return this.getStringAttribute("network_mode"); }
  get extraHosts(): string[] { return this.getListAttribute("extra_hosts"); }
  get shmSize(): number { return this.getNumberAttribute("shm_size"); }
  get cgroupParent(): string { return this.getStringAttribute("cgroup_parent"); }
  get securityOpt(): string[] { return this.getListAttribute("security_opt"); }
  get isolation(): string { return this.getStringAttribute("isolation"); }
  get memory(): number { return this.getNumberAttribute("memory"); }
  get memorySwap(): number { return this.getNumberAttribute("memory_swap"); }
  get cpuPeriod(): number { return this.getNumberAttribute("cpu_period"); }
  get cpuQuota(): number { return this.getNumberAttribute("cpu_quota"); }
  get cpuShares(): number { return this.getNumberAttribute("cpu_shares"); }
  get cpuSetCpus(): string { return this.getStringAttribute("cpu_set_cpus"); }
  get cpuSetMems(): string { return this.getStringAttribute("cpu_set_mems"); }
  get remove(): cdktf.IResolvable { return this.getBooleanAttribute("remove"); }
  get forceRemove(): cdktf.IResolvable { return this.getBooleanAttribute("force_remove"); }
  get squash(): cdktf.IResolvable { return this.getBooleanAttribute("squash"); }
  get suppressOutput(): cdktf.IResolvable { return this.getBooleanAttribute("suppress_output"); }
  get buildId(): string { return this.getStringAttribute("build_id"); }
  get sessionId(): string { return this.getStringAttribute("session_id"); }
}

/** How long the resource may take. The engine is told to stop, and the error says what it was at. */
export class DockerRegistryImageTimeoutsOutputReference extends cdktf.ComplexObject {
  get create(): string { return this.getStringAttribute("create"); }
  get update(): string { return this.getStringAttribute("update"); }
  get delete(): string { return this.getStringAttribute("delete"); }
}
