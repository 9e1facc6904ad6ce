import type { ContainerInspect, DeviceMapping, DeviceRequest } from "../../../engine";
import { type Config, number, type ObjectValue, setOf, string, stringSet } from "../../schema";
import { each, like } from "../../schema/validators";
import { absolutePath } from "../path";
import { formatGpus, parseGpus, validateGpus } from "./gpus";
import { part } from "./part";

const EVERYTHING = "rwm";

const schema = {
  devices: setOf(
    {
      host_path: string({
        required: true,
        validate: absolutePath(() => "a device of the engine's host, `/dev/net/tun` for instance"),
        doc: "Path of the device on the engine's host.",
      }),
      container_path: string({ optional: true, zero: "", doc: "Its path in the container. Default: the same." }),
      permissions: string({
        optional: true,
        zero: EVERYTHING,
        same: (a, b) => permissionsKey(a) === permissionsKey(b),
        validate: like(/^[rwm]{0,3}$/, "set of permissions", "letters of `rwm` (read, write, make nodes)"),
        doc: "What the container may do: read, write, make nodes. Default: `rwm`.",
      }),
    },
    {
      forceNew: true,
      same: isSameDevice,
      doc: "A device of the engine's host.",
    },
  ),
  device_cgroup_rules: stringSet({
    optional: true,
    forceNew: true,
    zero: [],
    validate: each(
      like(
        /^[abc] (?:\d+|\*):(?:\d+|\*) [rwm]{1,3}$/,
        "rule for devices",
        "`TYPE MAJOR:MINOR PERMISSIONS`, like `c 13:* rwm`",
      ),
    ),
    doc: "What the container may do with devices that come later, as `docker run --device-cgroup-rule` takes it: `c 13:* rwm`.",
  }),
  gpus: string({
    optional: true,
    forceNew: true,
    zero: "",
    validate: validateGpus,
    same: (a, b) => JSON.stringify(parseGpus(a)) === JSON.stringify(parseGpus(b)),
    doc: "GPUs, as `docker run --gpus` takes them: `all`, a number, or `device=0,1` and the like.",
  }),
  ulimit: setOf(
    {
      name: string({ required: true, doc: "Name of the limit, `nofile`. Source: setrlimit(2)." }),
      soft: number({ required: true, doc: "Limit that the process may raise up to the hard one; -1 for none." }),
      hard: number({ required: true, doc: "Limit of the limit; -1 for none." }),
    },
    { forceNew: true, adds: true, doc: "What its processes may use at most." },
  ),
} as const;

/** Devices of the host in the container, and what its processes may use at most. */
export const devices = part({
  schema,

  toEngine: ({ devices, device_cgroup_rules, gpus, ulimit }) => ({
    host: {
      Devices: devices.map(toEngine),
      DeviceCgroupRules: device_cgroup_rules,
      DeviceRequests: gpus ? [parseGpus(gpus)] : undefined,
      Ulimits: ulimit.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })),
    },
  }),

  fromEngine: ({ HostConfig: found }) => ({
    devices: devicesOf(found),
    device_cgroup_rules: (found.DeviceCgroupRules ?? []) as string[],
    gpus: ((found.DeviceRequests ?? []) as DeviceRequest[]).filter(isGpu).map(formatGpus)[0],
    ulimit: (found.Ulimits ?? []).map(({ Name, Soft, Hard }) => ({
      name: Name ?? "",
      soft: Soft ?? 0,
      hard: Hard ?? 0,
    })),
  }),
});

type Device = Config<typeof schema>["devices"][number];

const toEngine = ({ host_path, container_path, permissions }: Device): DeviceMapping => ({
  PathOnHost: host_path,
  PathInContainer: container_path || host_path,
  CgroupPermissions: permissions || EVERYTHING,
});

const devicesOf = ({ Devices }: ContainerInspect["HostConfig"]): Device[] =>
  ((Devices ?? []) as DeviceMapping[]).map(({ PathOnHost = "", PathInContainer, CgroupPermissions }) => ({
    host_path: PathOnHost,
    container_path: PathInContainer === PathOnHost ? undefined : PathInContainer,
    permissions: permissionsKey(CgroupPermissions) === permissionsKey(EVERYTHING) ? undefined : CgroupPermissions,
  }));

const permissionsKey = (text: string | undefined): string => [...(text || EVERYTHING)].sort().join("");

function isSameDevice(a: ObjectValue, b: ObjectValue): boolean {
  return deviceKey(a as unknown as Device) === deviceKey(b as unknown as Device);
}

const deviceKey = (device: Device): string =>
  JSON.stringify([device.host_path, device.container_path || device.host_path, permissionsKey(device.permissions)]);

const isGpu = ({ Capabilities }: DeviceRequest): boolean => (Capabilities ?? []).some((all) => all.includes("gpu"));
