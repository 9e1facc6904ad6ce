import type { HostConfig } from "../../../engine";
import { bool, setOf, string, stringMap, stringSet } from "../../schema";
import { isSameSet } from "../../schema/equal";
import { oneOf, orEmpty } from "../../schema/validators";
import { capabilityKey, validateCapabilities } from "../capabilities";
import { part } from "./part";
import { observeSecurity, optionKey, securityRequest, validateSecurityOptions } from "./security-options";

const capabilityList = (doc: string) =>
  stringSet({ optional: true, zero: [], validate: validateCapabilities, same: isSameSet(capabilityKey), doc });

const schema = {
  privileged: bool({
    optional: true,
    forceNew: true,
    zero: false,
    doc: "All capabilities, all devices, no confinement: as good as the host's root.",
  }),
  capabilities: setOf(
    {
      add: capabilityList(
        "Capabilities beside the engine's default ones: `NET_ADMIN` or `CAP_NET_ADMIN` in any case, or `ALL`.",
      ),
      drop: capabilityList("Capabilities that are taken away, or `ALL`."),
    },
    { forceNew: true, max: 1, emptyIsNone: true, doc: "Linux capabilities. Source: capabilities(7)." },
  ),
  security_opts: stringSet({
    optional: true,
    computed: true,
    forceNew: true,
    same: isSameSet(optionKey),
    validate: validateSecurityOptions,
    doc: "As `docker run --security-opt` takes them: `no-new-privileges`, `apparmor=PROFILE`, `label=disable`, `systempaths=unconfined`, `seccomp=unconfined` or `seccomp=FILE`, a profile in JSON on this machine.",
  }),
  read_only: bool({
    optional: true,
    default: false,
    forceNew: true,
    doc: "Its root file system cannot be written to.",
  }),
  sysctls: stringMap({
    optional: true,
    forceNew: true,
    zero: {},
    adds: true,
    doc: "Kernel parameters of its namespaces.",
  }),
  userns_mode: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "`host` leaves the engine's user namespace remapping.",
  }),
  uts_mode: string({
    optional: true,
    forceNew: true,
    zero: "",
    validate: orEmpty(oneOf("host")),
    doc: "`host` for the host's own host name and domain.",
  }),
  pid_mode: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "`host`, or `container:NAME` to see another's processes.",
  }),
  ipc_mode: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    doc: "`none`, `private`, `shareable`, `host` or `container:NAME`. Default: the engine's, `private`.",
  }),
  cgroupns_mode: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    validate: orEmpty(oneOf("private", "host")),
    doc: "`private` or `host`. Default: the engine's, which depends on its version of cgroups.",
  }),
  cgroup_parent: string({
    optional: true,
    forceNew: true,
    zero: "",
    doc: "The cgroup that the container's own is in.",
  }),
  runtime: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    doc: "OCI runtime. Default: the engine's, `runc`.",
  }),
  annotations: stringMap({
    optional: true,
    forceNew: true,
    zero: {},
    doc: "What the OCI runtime is told of it, by name. Needs an engine of API 1.43 (Docker 24).",
  }),
  isolation: string({
    optional: true,
    forceNew: true,
    zero: "default",
    same: (a, b) => (a || "default") === (b || "default"),
    validate: orEmpty(oneOf("default", "process", "hyperv")),
    doc: "How it is kept apart on Windows, `process` or `hyperv`; elsewhere `default` alone.",
  }),
} as const;

/** What the container may do, and which of the host's namespaces it shares. */
export const security = part({
  schema,

  toEngine: (asked) => ({
    host: {
      Privileged: asked.privileged,
      CapAdd: asked.capabilities[0]?.add,
      CapDrop: asked.capabilities[0]?.drop,
      ...securityRequest(asked.security_opts),
      ReadonlyRootfs: asked.read_only,
      Sysctls: asked.sysctls,
      UsernsMode: asked.userns_mode,
      UTSMode: asked.uts_mode,
      PidMode: asked.pid_mode,
      IpcMode: asked.ipc_mode,
      CgroupnsMode: (asked.cgroupns_mode || undefined) as "private" | "host" | undefined,
      CgroupParent: asked.cgroup_parent,
      Runtime: asked.runtime,
      Annotations: asked.annotations,
      Isolation: asked.isolation as HostConfig["Isolation"],
    },
  }),

  fromEngine: ({ HostConfig: found }, asked) => ({
    privileged: found.Privileged ?? false,
    capabilities:
      found.CapAdd?.length || found.CapDrop?.length ? [{ add: found.CapAdd ?? [], drop: found.CapDrop ?? [] }] : [],
    security_opts: observeSecurity(found, asked?.security_opts),
    read_only: found.ReadonlyRootfs ?? false,
    sysctls: { ...found.Sysctls },
    userns_mode: found.UsernsMode ?? "",
    uts_mode: found.UTSMode ?? "",
    pid_mode: found.PidMode ?? "",
    ipc_mode: found.IpcMode ?? "",
    cgroupns_mode: found.CgroupnsMode ?? "",
    cgroup_parent: found.CgroupParent ?? "",
    runtime: found.Runtime ?? "",
    annotations: { ...found.Annotations },
    isolation: found.Isolation || "default",
  }),
});
