import type { HealthConfig, TaskSpecContainerSpec } from "../../../engine";
import { toLabelRecord } from "../../../formats/labels";
import { bool, listOf, number, setOf, string, stringList, stringMap, stringSet } from "../../schema";
import { each, like, oneOf, whole } from "../../schema/validators";
import { capabilityKey } from "../capabilities";
import { specifiedLabels } from "../labels";
import { fromOptional, optionalDuration, toNanoseconds } from "./durations";
import { configs, secrets } from "./files";
import { healthCheck } from "./health-check";
import { sameImage } from "./image-name";
import { mounts } from "./mounts";
import { once, part, some, sortedBy } from "./part";
import { privileges } from "./privileges";

/** Names with and without `CAP_`, in any case and order, are the same. */
const sameCapabilities = (a: readonly string[], b: readonly string[]): boolean =>
  a.map(capabilityKey).sort().join() === b.map(capabilityKey).sort().join();

const schema = {
  image: string({
    required: true,
    // The engine pins what it resolved: `nginx` becomes `nginx:latest@sha256:…`.
    same: sameImage,
    doc: "Image of the tasks. A tag is resolved to its digest when the service is made or changed.",
  }),
  command: stringList({ optional: true, zero: [], doc: "What the image's entrypoint is replaced by." }),
  args: stringList({ optional: true, zero: [], doc: "Arguments of the command." }),
  hostname: string({
    optional: true,
    zero: "",
    doc: "Hostname of the tasks; templates like `{{.Node.Hostname}}` are filled in.",
  }),
  env: stringMap({ optional: true, zero: {}, doc: "Environment variables." }),
  unset_env: stringSet({
    optional: true,
    zero: [],
    validate: each(like(/^[^=]*$/, "name of a variable", "one without a value, or set it in `env`")),
    doc: "Environment variables of the image that the tasks do without.",
  }),
  dir: string({ optional: true, zero: "", doc: "Folder that the command runs in." }),
  user: string({ optional: true, zero: "", doc: "`user[:group]`, names or ids." }),
  groups: stringList({ optional: true, zero: [], doc: "More groups of the user." }),
  labels: specifiedLabels("Label of the tasks' containers."),
  ...privileges.schema,
  init: bool({ optional: true, doc: "Run an init process that reaps zombies. Default: the engine's setting." }),
  tty: bool({ optional: true, zero: false, doc: "Give the tasks a terminal." }),
  open_stdin: bool({ optional: true, zero: false, doc: "Keep the tasks' standard input open." }),
  read_only: bool({ optional: true, zero: false, doc: "The container's own files cannot be written." }),
  stop_signal: string({ optional: true, zero: "", doc: "Signal that stops a task. Default: the image's." }),
  stop_grace_period: optionalDuration("Time between that signal and SIGKILL. Default: the engine's, 10s."),
  ...mounts.schema,
  ...healthCheck.schema,
  hosts: setOf(
    {
      host: string({ required: true, doc: "Name." }),
      ip: string({ required: true, doc: "Address." }),
    },
    { doc: "A line in the tasks' `/etc/hosts`." },
  ),
  dns_config: listOf(
    {
      nameservers: stringList({ required: true, zero: [], doc: "Addresses of name servers." }),
      search: stringList({ optional: true, zero: [], doc: "Domains that short names are looked up in." }),
      options: stringList({ optional: true, zero: [], doc: "Options of the resolver, `timeout:3`." }),
    },
    {
      max: 1,
      computed: true,
      adds: true,
      emptyIsNone: true,
      doc: "How the tasks look names up. Default: the engine's own.",
    },
  ),
  ...secrets.schema,
  ...configs.schema,
  isolation: string({
    optional: true,
    default: "default",
    validate: oneOf("default", "process", "hyperv"),
    doc: "Isolation on Windows.",
  }),
  sysctl: stringMap({ optional: true, zero: {}, doc: "Settings of the kernel for the tasks." }),
  cap_add: stringList({
    optional: true,
    zero: [],
    same: sameCapabilities,
    doc: "Capabilities that the tasks have in addition.",
  }),
  cap_drop: stringList({
    optional: true,
    zero: [],
    same: sameCapabilities,
    doc: "Capabilities that the tasks do without.",
  }),
  ulimits: setOf(
    {
      name: string({ required: true, doc: "`nofile`, `nproc` and so on." }),
      soft: number({ required: true, validate: whole(-1), doc: "Limit that a process can raise itself." }),
      hard: number({ required: true, validate: whole(-1), doc: "Limit above which it cannot." }),
    },
    { doc: "A limit of each process." },
  ),
  oom_score_adj: number({
    optional: true,
    zero: 0,
    validate: whole(-1000, { to: 1000 }),
    doc: "How readily the kernel kills the tasks where memory runs short. Needs an engine of API 1.46 (Docker 27).",
  }),
} as const;

/** The engine tells the health check under another name than its own specification has. */
export type ContainerSpec = TaskSpecContainerSpec & { Healthcheck?: HealthConfig };

/** What a service's containers are made of. Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Service */
export const containerSpec = part<typeof schema, ContainerSpec>({
  schema,

  toEngine: (asked) => ({
    Image: asked.image,
    Command: some(asked.command),
    Args: some(asked.args),
    Hostname: asked.hostname,
    Env: some(
      [
        ...Object.entries(asked.env ?? {}).map(([name, value]) => `${name}=${value}`),
        ...(asked.unset_env ?? []),
      ].sort(),
    ),
    Dir: asked.dir,
    User: asked.user,
    Groups: some(asked.groups),
    Labels: asked.labels.length ? toLabelRecord(asked.labels) : undefined,
    Privileges: privileges.toEngine(asked),
    Init: asked.init,
    TTY: asked.tty,
    OpenStdin: asked.open_stdin,
    ReadOnly: asked.read_only,
    StopSignal: asked.stop_signal,
    StopGracePeriod: toNanoseconds(asked.stop_grace_period),
    Mounts: mounts.toEngine(asked),
    Healthcheck: healthCheck.toEngine(asked),
    Hosts: some(asked.hosts.map(({ host, ip }) => `${ip} ${host}`).sort()),
    DNSConfig: once(asked.dns_config, ({ nameservers, search, options }) => ({
      Nameservers: nameservers,
      Search: some(search),
      Options: some(options),
    })),
    Secrets: secrets.toEngine(asked),
    Configs: configs.toEngine(asked),
    Isolation: asked.isolation as TaskSpecContainerSpec["Isolation"],
    Sysctls: asked.sysctl,
    CapabilityAdd: some(asked.cap_add),
    CapabilityDrop: some(asked.cap_drop),
    Ulimits: some(
      sortedBy(asked.ulimits, ({ name }) => name).map(({ name, soft, hard }) => ({
        Name: name,
        Soft: soft,
        Hard: hard,
      })),
    ),
    OomScoreAdj: asked.oom_score_adj,
  }),

  fromEngine: (found) => ({
    image: found.Image ?? "",
    command: found.Command ?? [],
    args: found.Args ?? [],
    hostname: found.Hostname ?? "",
    env: Object.fromEntries((found.Env ?? []).flatMap(variable)),
    unset_env: (found.Env ?? []).filter((line) => !line.includes("=")),
    dir: found.Dir ?? "",
    user: found.User ?? "",
    groups: found.Groups ?? [],
    labels: Object.entries(found.Labels ?? {}).map(([label, value]) => ({ label, value })),
    ...privileges.fromEngine(found.Privileges ?? undefined),
    init: found.Init ?? undefined,
    tty: found.TTY ?? false,
    open_stdin: found.OpenStdin ?? false,
    read_only: found.ReadOnly ?? false,
    stop_signal: found.StopSignal ?? "",
    stop_grace_period: fromOptional(found.StopGracePeriod),
    ...mounts.fromEngine(found.Mounts ?? undefined),
    ...healthCheck.fromEngine(found.Healthcheck ?? undefined),
    hosts: (found.Hosts ?? []).flatMap((line) => {
      const [ip = "", ...names] = line.split(/\s+/);
      return names.map((host) => ({ host, ip }));
    }),
    dns_config: found.DNSConfig
      ? [
          {
            nameservers: found.DNSConfig.Nameservers ?? [],
            search: found.DNSConfig.Search ?? [],
            options: found.DNSConfig.Options ?? [],
          },
        ]
      : [],
    ...secrets.fromEngine(found.Secrets ?? undefined),
    ...configs.fromEngine(found.Configs ?? undefined),
    isolation: found.Isolation || "default",
    sysctl: { ...found.Sysctls },
    cap_add: found.CapabilityAdd ?? [],
    cap_drop: found.CapabilityDrop ?? [],
    ulimits: (found.Ulimits ?? []).map(({ Name, Soft, Hard }) => ({
      name: Name ?? "",
      soft: Soft ?? 0,
      hard: Hard ?? 0,
    })),
    // An engine that does not know it does not tell it.
    ...(found.OomScoreAdj && { oom_score_adj: found.OomScoreAdj }),
  }),
});

const variable = (text: string): [string, string][] => {
  const equals = text.indexOf("=");
  return equals < 0 ? [] : [[text.slice(0, equals), text.slice(equals + 1)]];
};
