import { MEBIBYTE } from "../../../../formats/byte-size";
import type { Service } from "../../keys/service";
import type { ContainerArguments } from "./project-model";

const mebibytes = (bytes: number | undefined): number | undefined =>
  bytes === undefined || bytes < 0 ? bytes : bytes / MEBIBYTE;

/** Billionths of a CPU, as a decimal number of them. */
const cpus = (nano: number | undefined): string | undefined => (nano ? String(nano / 1e9) : undefined);

/** What a container may use. What `deploy.resources` says wins. */
export function limitArguments(service: Service): ContainerArguments {
  const { limits, reservations } = service.deploy?.resources ?? {};
  return {
    cpus: cpus(limits?.cpus) ?? (service.cpus ? String(service.cpus) : undefined),
    cpuShares: service.cpu_shares || undefined,
    cpuPeriod: service.cpu_period || undefined,
    cpuQuota: service.cpu_quota || undefined,
    cpuRtPeriod: service.cpu_rt_period || undefined,
    cpuRtRuntime: service.cpu_rt_runtime || undefined,
    cpuSet: service.cpuset || undefined,
    memory: mebibytes(limits?.memory || service.mem_limit) || undefined,
    memorySwap: mebibytes(service.memswap_limit) || undefined,
    memoryReservation: mebibytes(reservations?.memory || service.mem_reservation) || undefined,
    memorySwappiness: service.mem_swappiness || undefined,
    oomKillDisable: service.oom_kill_disable || undefined,
    oomScoreAdj: service.oom_score_adj || undefined,
    pidsLimit: limits?.pids || service.pids_limit || undefined,
    shmSize: mebibytes(service.shm_size) || undefined,
    ulimit: service.ulimits && Object.entries(service.ulimits).map(([name, limit]) => ({ name, ...limit })),
    storageOpts: service.storage_opt as ContainerArguments["storageOpts"],
    ...blockDevices(service),
  };
}

function blockDevices({ blkio_config: limits }: Service): ContainerArguments {
  const rates = (of: "device_read_bps" | "device_read_iops" | "device_write_bps" | "device_write_iops") =>
    limits?.[of]?.map(({ path, rate }) => ({ path, rate }));
  return {
    blkioWeight: limits?.weight,
    blkioWeightDevice: limits?.weight_device?.map(({ path, weight }) => ({ path, weight })),
    deviceReadBps: rates("device_read_bps"),
    deviceReadIops: rates("device_read_iops"),
    deviceWriteBps: rates("device_write_bps"),
    deviceWriteIops: rates("device_write_iops"),
  };
}
