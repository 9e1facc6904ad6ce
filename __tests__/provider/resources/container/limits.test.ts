import { limitsUpdate } from "../../../../provider/resources/container/limits";
import type { ObjectValue } from "../../../../provider/schema";
import { configOf } from "./engine-echo";

const MIB = 1024 * 1024;

const rows: readonly { name: string; before: ObjectValue; after: ObjectValue; call: object | undefined }[] = [
  {
    name: "nothing, where no limit changes",
    before: { memory: 64 },
    after: { memory: 64, must_run: false },
    call: undefined,
  },
  {
    name: "nothing, where a limit of zero comes or goes",
    before: {},
    after: { memory: 0, cpu_set: "" },
    call: undefined,
  },
  {
    name: "memory with the swap that the engine itself would set, which must not stay behind",
    before: { memory: 64 },
    after: { memory: 128 },
    call: { Memory: 128 * MIB, MemorySwap: 256 * MIB },
  },
  {
    name: "memory with the swap that was asked for",
    before: { memory: 64, memory_swap: 512 },
    after: { memory: 128, memory_swap: 512 },
    call: { Memory: 128 * MIB, MemorySwap: 512 * MIB },
  },
  {
    name: "swap with the memory",
    before: { memory: 64, memory_swap: 64 },
    after: { memory: 64, memory_swap: -1 },
    call: { Memory: 64 * MIB, MemorySwap: -1 },
  },
  { name: "shares alone", before: {}, after: { cpu_shares: 5 }, call: { CpuShares: 5 } },
  { name: "quota and period", before: {}, after: { cpu_quota: 5, cpu_period: 9 }, call: { CpuQuota: 5, CpuPeriod: 9 } },
  {
    name: "neither quota nor period beside cpus, which they have no effect beside",
    before: { cpus: "1" },
    after: { cpus: "1", cpu_quota: 5 },
    call: { CpuQuota: undefined },
  },
  { name: "CPUs", before: { cpu_set: "0" }, after: { cpu_set: "0-1" }, call: { CpusetCpus: "0-1" } },
  { name: "processes, and any number of them", before: { pids_limit: 5 }, after: {}, call: { PidsLimit: 0 } },
  {
    name: "the whole restart policy, whichever half of it changes",
    before: { restart: "on-failure", max_retry_count: 1 },
    after: { restart: "on-failure", max_retry_count: 2 },
    call: { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 } },
  },
];

test.each(rows)("the call that changes limits in place has $name", ({ before, after, call }) => {
  expect(limitsUpdate(configOf(before), configOf(after))).toEqual(call);
});
