/** What the kernel keeps for each container. @see https://docs.docker.com/reference/cli/docker/container/run/#sysctl */
const ofContainer: ReadonlySet<string> = new Set([
  ...["kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shmall", "kernel.shmmax"],
  ...["kernel.shmmni", "kernel.shm_rmid_forced", "kernel.domainname"],
]);

/** Slashes may stand for dots; where the first of the two is one, dots stand for slashes. */
const dotted = (name: string): string =>
  /^[^.]*\//.test(name) ? name.replaceAll(/[./]/g, (found) => (found === "/" ? "." : "/")) : name;

/** Whether the kernel setting is one of the node as a whole, which no runtime changes for a container. */
export function isOfNode(name: string): boolean {
  const plain = dotted(name);
  // `user.` may be set where the nodes have user namespaces.
  return !ofContainer.has(plain) && !/^(?:net|fs\.mqueue|user)\./.test(plain);
}

export const isOfNetwork = (name: string): boolean => dotted(name).startsWith("net.");
