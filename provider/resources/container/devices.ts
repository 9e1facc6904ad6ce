import type { ContainerInspect, DeviceMapping, DeviceRequest } from "../../../engine";
import {
  type Config,
  hasUnknown,
  number,
  type ObjectValue,
  type Planned,
  type State,
  setOf,
  string,
  stringMap,
  stringSet,
  type Value,
} from "../../schema";
import { each, like, whole } from "../../schema/validators";
import type { Asked } from "../part";
import { absolutePath } from "../path";
import { formatGpus, parseGpus, validateGpus } from "./gpus";
import { type HasIt, part } from "./part";

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
  device_requests: setOf(
    {
      driver: string({
        optional: true,
        zero: "",
        doc: "Driver of the engine that has the devices: `cdi`, `nvidia`. Default: one that has the `capabilities`.",
      }),
      count: number({
        optional: true,
        zero: 0,
        validate: whole(-1, { of: "devices" }),
        doc: "How many, in place of `device_ids`; -1 for all.",
      }),
      device_ids: stringSet({
        optional: true,
        zero: [],
        doc: "Which, by the driver's ids: `nvidia.com/gpu=all` of `cdi`, `0` of `nvidia`.",
      }),
      capabilities: stringSet({
        optional: true,
        zero: [],
        doc: "What they all can: `gpu`, `compute`, `utility`.",
      }),
      options: stringMap({ optional: true, zero: {}, doc: "Options of the driver." }),
    },
    {
      forceNew: true,
      same: isSameRequest,
      doc: "Devices that a driver of the engine finds; `gpus` is short for one of GPUs.",
    },
  ),
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

  toEngine: ({ devices, device_cgroup_rules, gpus, device_requests, ulimit }) => ({
    host: {
      Devices: devices.map(toEngine),
      DeviceCgroupRules: device_cgroup_rules,
      DeviceRequests: gpus || device_requests.length > 0 ? requestsFor({ gpus, device_requests }) : undefined,
      Ulimits: ulimit.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })),
    },
  }),

  fromEngine: ({ HostConfig: found }, asked) => ({
    devices: devicesOf(found),
    device_cgroup_rules: (found.DeviceCgroupRules ?? []) as string[],
    ...requestsOf((found.DeviceRequests ?? []) as DeviceRequest[], asked),
    ulimit: (found.Ulimits ?? []).map(({ Name, Soft, Hard }) => ({
      name: Name ?? "",
      soft: Soft ?? 0,
      hard: Hard ?? 0,
    })),
  }),

  asItStands: { gpus: hasRequests, device_requests: hasRequests },
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

type Request = Config<typeof schema>["device_requests"][number];

const toRequest = ({ driver, count, device_ids, capabilities, options }: Request): DeviceRequest => ({
  Driver: driver ?? "",
  Count: count ?? 0,
  DeviceIDs: device_ids?.length ? device_ids : undefined,
  Capabilities: capabilities?.length ? [capabilities] : undefined,
  Options: options ?? {},
});

type Requested = Pick<Config<typeof schema>, "gpus" | "device_requests">;

const requestsFor = ({ gpus, device_requests }: Requested): DeviceRequest[] => [
  ...(gpus ? [parseGpus(gpus)] : []),
  ...device_requests.map(toRequest),
];

/** What is asked for in one of the two ways, and is told in the other. */
function hasRequests(prior: State<typeof schema>, planned: Planned<typeof schema>): HasIt | undefined {
  if (hasUnknown([planned.gpus, planned.device_requests] as Value[]) || planned.gpus === prior.gpus) return undefined;
  return isSameRequests(prior, planned as unknown as Requested) ? () => true : undefined;
}

/** Whether both ask for the same devices, in whichever of the two ways. */
function isSameRequests(a: Requested, b: Requested): boolean {
  const keys = (asked: Requested) => requestsFor(asked).map((request) => requestKey(fromRequest(request)));
  return JSON.stringify(keys(a).sort()) === JSON.stringify(keys(b).sort());
}

const fromRequest = ({ Driver, Count, DeviceIDs, Capabilities, Options }: DeviceRequest): Request => ({
  driver: Driver || undefined,
  count: Count || undefined,
  device_ids: DeviceIDs?.length ? DeviceIDs : undefined,
  capabilities: Capabilities?.[0]?.length ? Capabilities[0] : undefined,
  options: Object.keys(Options ?? {}).length > 0 ? Options : undefined,
});

/** The one that `gpus` stands for, and the others: the engine does not tell which was asked for in which way. */
function requestsOf(found: readonly DeviceRequest[], asked: Asked<typeof schema> | undefined) {
  const blocks = asked?.device_requests ?? [];
  const short = found.find((request) => isGpu(request) && !blocks.some((block) => isSame(block, fromRequest(request))));
  return {
    gpus: short && formatGpus(short),
    device_requests: found.filter((request) => request !== short).map(fromRequest),
  };
}

function isSameRequest(a: ObjectValue, b: ObjectValue): boolean {
  return isSame(a as unknown as Request, b as unknown as Request);
}

const isSame = (a: Request, b: Request): boolean => requestKey(a) === requestKey(b);

const requestKey = ({ driver, count, device_ids = [], capabilities = [], options = {} }: Request): string =>
  JSON.stringify([
    driver || "",
    count ?? 0,
    [...device_ids].sort(),
    [...capabilities].sort(),
    Object.entries(options).sort(),
  ]);

const isGpu = ({ Capabilities }: DeviceRequest): boolean => (Capabilities ?? []).some((all) => all.includes("gpu"));
