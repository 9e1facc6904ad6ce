import { cacheComplaint } from "../../../formats/cache-entry";
import { isSameProvenance, provenanceComplaint } from "../../../formats/provenance";
import { isSameSbom, sbomComplaint } from "../../../formats/sbom";
import { sshComplaint } from "../../../formats/ssh-entry";
import { bool, listOf, number, string, stringList, stringMap } from "../../schema";
import { each, oneOf, orEmpty } from "../../schema/validators";
import { contextComplaint } from "./named-context";

const credentials = listOf(
  {
    host_name: string({ required: true, doc: "The registry's host, `registry.example.com:5000`." }),
    user_name: string({ optional: true, doc: "User name." }),
    password: string({ optional: true, sensitive: true, doc: "Password." }),
    auth: string({ optional: true, sensitive: true, doc: "User name and password, a colon between, in base64." }),
    email: string({ optional: true, doc: "Of no use to today's registries." }),
    server_address: string({ optional: true, doc: "Address of the registry, where it is not `host_name`." }),
    identity_token: string({ optional: true, sensitive: true, doc: "Token of a registry that was logged in to." }),
    registry_token: string({
      optional: true,
      sensitive: true,
      doc: "Bearer token that is sent to the registry as it is.",
    }),
  },
  { doc: "Credentials for a registry that the build pulls from. They go before the provider's." },
);

const secrets = listOf(
  {
    id: string({ required: true, forceNew: true, doc: "Id that `RUN --mount=type=secret,id=…` names." }),
    env: string({
      optional: true,
      forceNew: true,
      doc: "Environment variable of the provider that holds it; goes before `src`.",
    }),
    src: string({ optional: true, forceNew: true, doc: "File that holds it." }),
  },
  {
    doc: "A secret that steps can read and the image does not keep (BuildKit). Without `env` and `src`, `id` is the variable that holds it, or where there is none, the file.",
  },
);

const ulimits = listOf(
  {
    name: string({ required: true, forceNew: true, doc: "`nofile`, `nproc` and so on." }),
    hard: number({ required: true, forceNew: true, doc: "Hard limit." }),
    soft: number({ required: true, forceNew: true, doc: "Soft limit." }),
  },
  { doc: "Limit of the processes that run in the build." },
);

/** Attributes that the classic builder alone obeys (BuildKit of engine 20.10 and later). */
export const classicOnly = [
  "cpu_period",
  "cpu_quota",
  "cpu_set_cpus",
  "cpu_set_mems",
  "cpu_shares",
  "memory",
  "memory_swap",
  "isolation",
  "security_opt",
] as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageBuild */
export const build = {
  context: string({
    required: true,
    forceNew: true,
    doc: "Folder that the Dockerfile copies from, or URL of a Git repository or a tar archive. Relative paths are from the working folder.",
  }),
  dockerfile: string({
    optional: true,
    default: "Dockerfile",
    forceNew: true,
    doc: "Path of the Dockerfile, from `context`; it may lie outside of it.",
  }),
  remote_context: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "URL of a Git repository or a tar archive, which the engine fetches in place of `context`.",
  }),
  tag: stringList({ optional: true, zero: [], doc: "More names for the image." }),
  target: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "Stage of the Dockerfile to end with. Default: the last one.",
  }),
  build_args: stringMap({ optional: true, forceNew: true, zero: {}, doc: "Values for the Dockerfile's ARG lines." }),
  labels: stringMap({ optional: true, forceNew: true, zero: {}, doc: "Labels of the image." }),
  label: stringMap({ optional: true, zero: {}, doc: "Labels of the image too; where both name one, `labels` counts." }),
  platform: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "Platform to build for, `os[/arch[/variant]]`; several with commas between, where the engine's images are in containerd's store.",
  }),
  secrets,
  ssh: stringList({
    optional: true,
    zero: [],
    validate: sshComplaint,
    doc: "What steps may ask for signatures by `RUN --mount=type=ssh` (BuildKit): `default` is the agent of SSH_AUTH_SOCK, `ID=SOCKET` another one, `ID=KEYFILE[,KEYFILE]` private keys without a passphrase. No key reaches the engine. A change builds nothing.",
  }),
  auth_config: credentials,
  version: string({
    optional: true,
    forceNew: true,
    zero: "",
    validate: orEmpty(oneOf("1", "2")),
    doc: "`1` for the classic builder, `2` for BuildKit. Default: BuildKit where the engine has it.",
  }),
  builder: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "Name of a builder of `docker buildx`, which must be installed then; it uses the credentials of `docker login` and no TLS material of the provider block. Default: the engine itself.",
  }),
  build_log_file: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "File that the build's progress is written to, outside of what the build is sent: each build would be another one.",
  }),
  no_cache: bool({ optional: true, forceNew: true, zero: false, doc: "Run every step, whatever earlier builds left." }),
  no_cache_filter: stringList({
    optional: true,
    forceNew: true,
    zero: [],
    doc: "Stages whose steps are run whatever earlier builds left, by name (BuildKit); with `no_cache` all are.",
  }),
  pull_parent: bool({
    optional: true,
    forceNew: true,
    zero: false,
    doc: "Ask the registry for base images although they are there.",
  }),
  cache_from: stringList({
    optional: true,
    forceNew: true,
    zero: [],
    validate: each(cacheComplaint("from")),
    doc: "Images whose steps may be taken over, by name, or caches (BuildKit): `type=registry,ref=NAME`, `type=local,src=FOLDER`. A folder that has none yet is passed over.",
  }),
  cache_to: stringList({
    optional: true,
    zero: [],
    validate: each(cacheComplaint("to")),
    doc: "Where the steps are kept for other builds (BuildKit): `type=inline` in the image itself; `type=registry,ref=NAME,mode=max` and `type=local,dest=FOLDER` where the engine's images are in containerd's store. A change builds nothing.",
  }),
  additional_contexts: stringList({
    optional: true,
    forceNew: true,
    zero: [],
    validate: each(contextComplaint),
    doc: "More that the Dockerfile may copy from or begin with, `NAME=FOLDER`, `NAME=docker-image://IMAGE` or `NAME=URL` (BuildKit, Docker 23). What changes in such a folder builds the image anew.",
  }),
  provenance: string({
    optional: true,
    forceNew: true,
    zero: "",
    same: isSameProvenance,
    validate: orEmpty(provenanceComplaint),
    doc: "Attest how the image was built (BuildKit, containerd's image store): `min`, `max` or `true` for all of it, build arguments included, or BuildKit's parameters with commas between, `mode=min,builder-id=NAME`. Default: `false`.",
  }),
  sbom: string({
    optional: true,
    forceNew: true,
    zero: "",
    same: isSameSbom,
    validate: orEmpty(sbomComplaint),
    doc: "Attest what is in the image (BuildKit, containerd's image store): `generator=IMAGE` is the scanner, which the engine pulls, with `NAME=VALUE` for it behind commas (Docker 28); `true` is BuildKit's own, `docker/buildkit-syft-scanner:stable-1`. Default: `false`.",
  }),
  network_mode: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "Network of RUN steps: `default`, `host`, `none`, or with the classic builder any network.",
  }),
  extra_hosts: stringList({
    optional: true,
    forceNew: true,
    zero: [],
    doc: "More hosts for RUN steps, `name:address`.",
  }),
  shm_size: number({ optional: true, forceNew: true, zero: 0, doc: "Size of /dev/shm in RUN steps, in bytes." }),
  ulimit: ulimits,
  cgroup_parent: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "Control group that RUN steps are put under.",
  }),
  security_opt: stringList({
    optional: true,
    forceNew: true,
    zero: [],
    doc: "Security options of RUN steps (classic builder).",
  }),
  isolation: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "How RUN steps are kept apart on Windows (classic builder).",
  }),
  memory: number({ optional: true, forceNew: true, zero: 0, doc: "Memory of RUN steps, in bytes (classic builder)." }),
  memory_swap: number({
    optional: true,
    forceNew: true,
    zero: 0,
    doc: "Memory and swap of RUN steps, in bytes; -1 for no limit (classic builder).",
  }),
  cpu_period: number({
    optional: true,
    forceNew: true,
    zero: 0,
    doc: "Length of a period of CPU time, in microseconds (classic builder).",
  }),
  cpu_quota: number({
    optional: true,
    forceNew: true,
    zero: 0,
    doc: "CPU time in each period, in microseconds (classic builder).",
  }),
  cpu_shares: number({
    optional: true,
    forceNew: true,
    zero: 0,
    doc: "Weight against other containers (classic builder).",
  }),
  cpu_set_cpus: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "CPUs that may be used, `0-2,4` (classic builder).",
  }),
  cpu_set_mems: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "Memory nodes that may be used (classic builder).",
  }),
  remove: bool({
    optional: true,
    default: true,
    doc: "Remove the classic builder's intermediate containers after a build that succeeded.",
  }),
  force_remove: bool({ optional: true, forceNew: true, zero: false, doc: "Remove them after one that failed, too." }),
  squash: bool({
    optional: true,
    forceNew: true,
    zero: false,
    doc: "Put the new layers together as one (engines with experimental features).",
  }),
  suppress_output: bool({
    optional: true,
    forceNew: true,
    zero: false,
    doc: "Tell nothing of the progress (classic builder).",
  }),
  build_id: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "An id for the build, under which it can be cancelled.",
  }),
  session_id: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "Id of the session with BuildKit. Default: a random one.",
  }),
} as const;
