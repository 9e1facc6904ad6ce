import { isRemoteContext } from "../../../build-context";
import type { Query } from "../../../engine";
import type { Config } from "../../schema";
import type { build } from "./build-schema";

export type Build = Config<typeof build>;

/** What a build is asked for in the Engine API's words; without what tells the builders apart. */
export function buildQuery(name: string, build: Build): Query {
  return {
    t: [name, ...(build.tag ?? [])],
    target: build.target || undefined,
    buildargs: json(build.build_args),
    labels: json({ ...build.label, ...build.labels }),
    platform: build.platform?.toLowerCase() || undefined,
    nocache: build.no_cache || undefined,
    pull: build.pull_parent || undefined,
    cachefrom: build.cache_from?.length ? JSON.stringify(build.cache_from) : undefined,
    networkmode: build.network_mode || undefined,
    extrahosts: build.extra_hosts,
    shmsize: build.shm_size || undefined,
    ulimits: build.ulimit.length > 0 ? JSON.stringify(build.ulimit.map(toUlimit)) : undefined,
    cgroupparent: build.cgroup_parent || undefined,
    securityopt: build.security_opt,
    isolation: build.isolation || undefined,
    memory: build.memory || undefined,
    memswap: build.memory_swap || undefined,
    cpuperiod: build.cpu_period || undefined,
    cpuquota: build.cpu_quota || undefined,
    cpushares: build.cpu_shares || undefined,
    cpusetcpus: build.cpu_set_cpus || undefined,
    cpusetmems: build.cpu_set_mems || undefined,
    rm: build.remove,
    forcerm: build.force_remove || undefined,
    squash: build.squash || undefined,
    q: build.suppress_output || undefined,
    buildid: build.build_id || undefined,
  };
}

const json = (map: Readonly<Record<string, string>> | undefined): string | undefined =>
  map && Object.keys(map).length > 0 ? JSON.stringify(map) : undefined;

const toUlimit = ({ name, hard, soft }: Build["ulimit"][number]) => ({ Name: name, Hard: hard, Soft: soft });

/** URL that the engine fetches the context from, where it does. */
export function remoteContext({
  context,
  remote_context: remote,
}: Pick<Build, "context" | "remote_context">): string | undefined {
  if (remote) return remote;
  return isRemoteContext(context) ? context : undefined;
}
