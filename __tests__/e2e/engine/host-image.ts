import { randomBytes } from "node:crypto";
import { pack } from "tar-stream";
import { type ContainerCreateRequest, defaultUrl, Engine } from "../../../engine";
import { removeNetwork } from "../remove-network";

/** Names that no other run has. */
export const newPrefix = (): string => `t-engine-${randomBytes(4).toString("hex")}`;

export const openEngine = (): Engine => Engine.at(process.env["DOCKER_HOST"] ?? defaultUrl);

/**
 * An image of links and empty directories: this machine's own programs run in it, mounted read-only by `onHost`.
 * Nothing is downloaded or copied, so it takes a moment. The engine has to be on this machine, a Debian with /usr merged.
 */
export async function makeHostImage(engine: Engine, prefix: string): Promise<string> {
  const files = pack();
  for (const name of ["bin", "sbin", "lib", "lib64"]) files.entry({ name, type: "symlink", linkname: `usr/${name}` });
  for (const name of ["usr", "etc", "etc/alternatives", "run", "var", "var/lib", "proc", "sys", "dev"])
    files.entry({ name, type: "directory", mode: 0o755 });
  files.entry({ name: "tmp", type: "directory", mode: 0o1777 });
  files.entry({ name: "var/run", type: "symlink", linkname: "/run" });
  files.finalize();
  await engine.images.import(files, {
    repo: prefix,
    tag: "host",
    changes: ["ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"],
  });
  return `${prefix}:host`;
}

/** A container of that image that runs `cmd` without a network. */
export function onHost(
  image: string,
  cmd: readonly string[],
  more: ContainerCreateRequest = {},
): ContainerCreateRequest {
  return {
    Image: image,
    Cmd: [...cmd],
    StopSignal: "SIGKILL",
    ...more,
    HostConfig: {
      NetworkMode: "none",
      ...more.HostConfig,
      Binds: ["/usr:/usr:ro", "/etc/alternatives:/etc/alternatives:ro", ...(more.HostConfig?.Binds ?? [])],
    },
  };
}

/** A shell that waits to be spoken to, until it is killed. */
export const waiting = ["sleep", "infinity"] as const;

/** Removes everything whose name begins with the prefix. */
export async function removeNamed(engine: Engine, prefix: string): Promise<void> {
  const containers = await engine.containers.list({ all: true, filters: { name: prefix } });
  await Promise.all(containers.map(({ Id }) => engine.containers.tryRemove(Id, { force: true, volumes: true })));
  const networks = await engine.networks.list({ filters: { name: prefix } });
  await Promise.all(networks.map(({ Id }) => removeNetwork(engine, Id)));
  const volumes = await engine.volumes.list({ filters: { name: prefix } });
  await Promise.all(volumes.map(({ Name }) => engine.volumes.tryRemove(Name)));
  const images = await engine.images.list({ filters: { reference: `${prefix}*` } });
  const names = images.flatMap(({ RepoTags }) => RepoTags ?? []);
  for (const name of names) await engine.images.tryRemove(name, { force: true });
}
