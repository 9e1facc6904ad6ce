import type { Engine } from "../../../engine";
import { onHost } from "./host-image";

/** What a container needs for an engine in it, without --privileged; networks for its own containers are left out. */
const entrypoint = `
  mount -o remount,rw,bind /proc/sys
  while read -r _ point kind _; do
    case $kind in cgroup|cgroup2) mount -o remount,rw,bind "$point" ;; esac
  done </proc/mounts
  rm -rf /run/docker.pid /run/docker.sock /run/docker /run/containerd
  exec dockerd --bridge none --iptables=false --ip6tables=false
`;

/** A container with an engine in it, created and not started. */
export async function createInnerEngine(engine: Engine, name: string, image: string): Promise<void> {
  const capabilities = ["SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE"];
  const volume = { Type: "volume", Target: "/var/lib/docker" } as const;
  const hostConfig = { CapAdd: capabilities, SecurityOpt: ["seccomp=unconfined"], Mounts: [volume] };
  await engine.containers.create(name, onHost(image, ["sh", "-c", entrypoint], { HostConfig: hostConfig }));
}

/** Starts it and waits until it says that it listens. */
export async function startInnerEngine(engine: Engine, name: string): Promise<void> {
  await engine.containers.start(name);
  const { State } = await engine.containers.inspect(name);
  let printed = "";
  for await (const { data } of await engine.containers.followLogs(name, { since: State.StartedAt ?? undefined })) {
    printed += data.toString();
    if (printed.includes("API listen on")) return;
  }
  throw new Error(`the engine in ${name} ended:\n${printed}`);
}
