import type { ContainerUpdateRequest, HostConfig } from "../../../engine";
import { MEBIBYTE } from "../../../formats/byte-size";
import { type Config, number, string } from "../../schema";
import { mebibytes as inMebibytes, like, orEmpty, whole } from "../../schema/validators";
import { restartPolicy } from "./life-cycle";
import { part } from "./part";

/** The engine changes a limit in place, but takes none away. */
const whenRemoved = ({ planned }: { planned: number | undefined }) => planned === undefined || planned === 0;

const inPlace = "A change is made in place; taking the limit away replaces the container.";

const schema = {
  memory: number({
    optional: true,
    zero: 0,
    forceNew: whenRemoved,
    validate: inMebibytes(0),
    doc: `Memory limit in MiB; 0 for none. ${inPlace}`,
  }),
  memory_swap: number({
    optional: true,
    zero: 0,
    forceNew: whenRemoved,
    validate: inMebibytes(-1),
    doc: `Limit in MiB of memory and swap together; -1 for no limit. Default: twice the \`memory\`. On a kernel that cannot limit swap it has no effect. ${inPlace}`,
  }),
  memory_reservation: number({
    optional: true,
    zero: 0,
    forceNew: whenRemoved,
    validate: inMebibytes(0),
    doc: `Memory in MiB that it is pressed down to where the machine runs short. ${inPlace}`,
  }),
  shm_size: number({
    optional: true,
    computed: true,
    forceNew: true,
    zero: 0,
    validate: inMebibytes(0),
    doc: "Size of `/dev/shm` in MiB. Default, and 0: the engine's, 64.",
  }),
  cpus: string({
    optional: true,
    forceNew: true,
    zero: "",
    same: (a, b) => Number(a) === Number(b),
    validate: orEmpty(
      like(
        (cpus) => /^(?:\d+|\d*\.\d+)$/.test(cpus) && Number(cpus) > 0,
        "number of CPUs",
        'a decimal number greater than 0, "1.5" for instance',
      ),
    ),
    doc: "How many CPUs it may use, `1.5` for instance; `cpu_period` and `cpu_quota` have no effect beside it.",
  }),
  cpu_shares: number({
    optional: true,
    zero: 0,
    forceNew: whenRemoved,
    validate: whole(0, { of: "shares" }),
    doc: `Weight against other containers where CPUs run short; the kernel's own is 1024. ${inPlace}`,
  }),
  cpu_period: number({
    optional: true,
    zero: 0,
    forceNew: whenRemoved,
    validate: whole(0, { of: "microseconds" }),
    idleBeside: ["cpus"],
    doc: `Length in microseconds of the period that \`cpu_quota\` is of. ${inPlace}`,
  }),
  cpu_quota: number({
    optional: true,
    zero: 0,
    forceNew: whenRemoved,
    validate: whole(0, { of: "microseconds" }),
    idleBeside: ["cpus"],
    doc: `CPU time in microseconds that it may use in each \`cpu_period\`. ${inPlace}`,
  }),
  cpu_rt_period: number({
    optional: true,
    forceNew: true,
    zero: 0,
    validate: whole(0, { of: "microseconds" }),
    doc: "Length in microseconds of the period that `cpu_rt_runtime` is of. Needs a kernel with groups of real-time tasks, and cgroups of version 1.",
  }),
  cpu_rt_runtime: number({
    optional: true,
    forceNew: true,
    zero: 0,
    validate: whole(0, { of: "microseconds" }),
    doc: "CPU time in microseconds that its real-time tasks may use in each `cpu_rt_period`; dockerd's `--cpu-rt-runtime` is what all containers have together.",
  }),
  cpu_set: string({
    optional: true,
    zero: "",
    forceNew: ({ planned }) => !planned,
    same: (a, b) => rangesOf(a) === rangesOf(b),
    validate: like(
      /^(\d+(-\d+)?(,\d+(-\d+)?)*)?$/,
      "set of CPUs",
      'numbers and ranges with commas between them, "0-2,4" for instance',
    ),
    doc: `The CPUs that it may run on, \`0-2,4\` for instance. ${inPlace}`,
  }),
  pids_limit: number({
    optional: true,
    zero: 0,
    same: (a, b) => Math.max(a, 0) === Math.max(b, 0),
    validate: whole(-1, { of: "processes" }),
    doc: "How many processes it may have; 0 or -1 for any number. A change is made in place.",
  }),
} as const;

/** How much of the machine the container may use. */
export const limits = part({
  schema,

  toEngine: (asked) => ({
    host: {
      ...hostLimits(asked),
      ShmSize: bytes(asked.shm_size),
      CpuRealtimePeriod: asked.cpu_rt_period,
      CpuRealtimeRuntime: asked.cpu_rt_runtime,
    },
  }),

  fromEngine: ({ HostConfig: found }, asked) => ({
    memory: mebibytes(found.Memory),
    memory_swap: observeSwap(mebibytes(found.MemorySwap), mebibytes(found.Memory), asked),
    memory_reservation: mebibytes(found.MemoryReservation),
    shm_size: mebibytes(found.ShmSize),
    cpus: found.NanoCpus ? String(found.NanoCpus / 1e9) : undefined,
    cpu_shares: found.CpuShares ?? 0,
    cpu_period: found.CpuPeriod ?? 0,
    cpu_quota: found.CpuQuota ?? 0,
    cpu_rt_period: found.CpuRealtimePeriod ?? 0,
    cpu_rt_runtime: found.CpuRealtimeRuntime ?? 0,
    cpu_set: found.CpusetCpus ?? "",
    pids_limit: found.PidsLimit ?? 0,
  }),
});

type Limits = Pick<
  Config<typeof schema>,
  | "memory"
  | "memory_swap"
  | "memory_reservation"
  | "cpus"
  | "cpu_shares"
  | "cpu_period"
  | "cpu_quota"
  | "cpu_set"
  | "pids_limit"
>;

/** What the engine changes in place. */
export type Changeable = Omit<Limits, "cpus"> & {
  readonly restart: string;
  readonly max_retry_count?: number;
};

function hostLimits(asked: Limits): HostConfig {
  const cpus = asked.cpus ? { NanoCpus: Math.round(Number(asked.cpus) * 1e9) } : undefined;
  return {
    Memory: bytes(asked.memory),
    MemorySwap: bytes(asked.memory_swap),
    MemoryReservation: bytes(asked.memory_reservation),
    CpuShares: asked.cpu_shares,
    CpusetCpus: asked.cpu_set,
    PidsLimit: asked.pids_limit,
    ...(cpus ?? { CpuPeriod: asked.cpu_period, CpuQuota: asked.cpu_quota }),
  };
}

/** Attributes that the engine changes in place, beside the members of the call that do it. */
const changes: { readonly [Name in keyof Changeable]-?: (keyof ContainerUpdateRequest)[] } = {
  memory: ["Memory", "MemorySwap"],
  memory_swap: ["Memory", "MemorySwap"],
  memory_reservation: ["MemoryReservation"],
  cpu_shares: ["CpuShares"],
  cpu_period: ["CpuPeriod"],
  cpu_quota: ["CpuQuota"],
  cpu_set: ["CpusetCpus"],
  pids_limit: ["PidsLimit"],
  restart: ["RestartPolicy"],
  max_retry_count: ["RestartPolicy"],
};

/** The call that changes the limits and the restart policy in place; undefined where none of them changes. */
export function limitsUpdate(before: Changeable, planned: Changeable & Limits): ContainerUpdateRequest | undefined {
  const wanted: ContainerUpdateRequest = {
    ...hostLimits(planned),
    // What the engine itself makes of no limit when it makes a container; it must not stay behind the memory.
    MemorySwap: bytes(planned.memory_swap || (planned.memory && planned.memory * 2)),
    PidsLimit: planned.pids_limit ?? 0,
    RestartPolicy: restartPolicy(planned.restart, planned.max_retry_count),
  };
  const members = (Object.keys(changes) as (keyof Changeable)[])
    .filter((name) => (before[name] || 0) !== (planned[name] || 0))
    .flatMap((name) => changes[name]);
  if (members.length === 0) return undefined;
  return Object.fromEntries(members.map((member) => [member, wanted[member]]));
}

/**
 * Where none was asked, the engine's own is twice the memory. Where one was asked and there is none, the kernel cannot
 * limit swap, which the engine has said when the container was made.
 */
function observeSwap(
  found: number,
  memory: number,
  asked: { readonly memory_swap?: number } | undefined,
): number | undefined {
  if (asked === undefined) return found > 0 && found !== memory * 2 ? found : undefined;
  const { memory_swap: wanted } = asked;
  return wanted && found === -1 ? wanted : wanted && found;
}

const bytes = (value: number | undefined): number | undefined =>
  value === undefined || value < 0 ? value : Math.round(value * MEBIBYTE);

const mebibytes = (value: number | null | undefined): number => (value && value > 0 ? value / MEBIBYTE : (value ?? 0));

/** The set's ranges in order, those that touch made one: `0-2,4`. */
function rangesOf(set: string): string {
  const ranges = set.split(",").map((range) => {
    const [first = 0, last = first] = range.split("-").map(Number);
    return { first, last };
  });
  const merged: { first: number; last: number }[] = [];
  for (const range of ranges.sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before && range.first <= before.last + 1) before.last = Math.max(before.last, range.last);
    else merged.push(range);
  }
  return merged.map(({ first, last }) => `${first}-${last}`).join();
}
