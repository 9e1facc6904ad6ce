import type { Problem } from "../../problem";

/** Every way in which a cluster can be declared wrongly, by code. */
export const problems = {
  "cluster-managers": ({ path, managers }: { path: string; managers: unknown }) => ({
    what: `\`managers\` of ${path} is ${managers}`,
    remedy: `a swarm needs a whole number of managers, 1 or more (3 survive the loss of one)`,
  }),
  "cluster-workers": ({ path, workers }: { path: string; workers: unknown }) => ({
    what: `\`workers\` of ${path} is ${workers}`,
    remedy: `write a whole number, 0 or more`,
  }),
  "cluster-subnet": ({ path, subnet }: { path: string; subnet: string }) => ({
    what: `\`subnet\` of ${path} is ${JSON.stringify(subnet)}, which is no IPv4 network`,
    remedy: `write its first address and the length of its prefix, like \`10.213.0.0/24\``,
  }),
  "cluster-subnet-small": ({
    path,
    subnet,
    nodes,
    fits,
  }: {
    path: string;
    subnet: string;
    nodes: number;
    fits: number;
  }) => ({
    what: `\`subnet\` of ${path}, ${subnet}, has addresses for ${fits} nodes, not for ${nodes}`,
    remedy: `write a shorter prefix`,
  }),
  "cluster-subnet-registry": ({ path }: { path: string }) => ({
    what: `\`subnet\` of ${path} has no address left for the registry of its own images`,
    remedy: `write a shorter prefix`,
  }),
  "push-name": ({ path }: { path: string }) => ({
    what: `\`name\` of ${path} is known at apply only`,
    remedy: `an image that is pushed to a cluster needs a name that synth knows, like \`app:1\``,
  }),
  "push-twice": ({ path, owner, cluster }: { path: string; owner: string; cluster: string }) => ({
    what: `${path} is an image of ${owner} already, and cannot be pushed to ${cluster} too`,
    remedy: `declare a BuiltImage for each`,
  }),
  "hosts-registry": ({ path, registry }: { path: string; registry: string }) => ({
    what: `\`registry\` of ${path} is ${JSON.stringify(registry)}, which is no registry`,
    remedy: `write HOST[:PORT][/PATH], like \`registry.example.com/team\``,
  }),
  "hosts-registry-missing": ({ path, image }: { path: string; image: string }) => ({
    what: `${image} is built, and the hosts of ${path} have no registry to get it from`,
    remedy: `give them one that they all reach: \`registry: "registry.example.com/team"\``,
  }),
  "cluster-ports": ({ path, inside, outside }: { path: string; inside: string; outside: unknown }) => ({
    what: `\`ports\` of ${path} maps ${inside} to ${outside}`,
    remedy: `both must be ports, 1 to 65535`,
  }),
  "cluster-memory": ({ path, memory }: { path: string; memory: unknown }) => ({
    what: `\`memory\` of ${path} is ${memory}`,
    remedy: `write MiB for each node, 128 or more`,
  }),
  "cluster-cpus": ({ path, cpus }: { path: string; cpus: unknown }) => ({
    what: `\`cpus\` of ${path} is ${cpus}`,
    remedy: `write how many processors each node may use, more than 0, like 0.5`,
  }),
  "cluster-node-labels": ({ path, hostname, nodes }: { path: string; hostname: string; nodes: number }) => ({
    what: `\`nodeLabels\` of ${path} names ${hostname}, which is none of its nodes`,
    remedy: `they are node1 to node${nodes}`,
  }),
  "hosts-none": ({ path }: { path: string }) => ({
    what: `\`hosts\` of ${path} is empty`,
    remedy: `name one machine or more, like \`ssh://user@host\``,
  }),
  "hosts-address": ({ path, host }: { path: string; host: string }) => ({
    what: `\`hosts\` of ${path} names ${JSON.stringify(host)}, which is no address of an engine`,
    remedy: `use ssh://[USER@]HOST or tcp://HOST:PORT`,
  }),
  "hosts-twice": ({ path, host }: { path: string; host: string }) => ({
    what: `\`hosts\` of ${path} names ${host} twice`,
    remedy: `each machine is one node`,
  }),
  "hosts-managers": ({ path, managers, hosts }: { path: string; managers: unknown; hosts: number }) => ({
    what: `\`managers\` of ${path} is ${managers}`,
    remedy: `write a whole number from 1 to ${hosts}, the number of its hosts`,
  }),
} as const;

type SwarmProblemCode = keyof typeof problems;

export const swarmProblem = <Code extends SwarmProblemCode>(
  code: Code,
  facts: Parameters<(typeof problems)[Code]>[0],
): Problem<SwarmProblemCode> => ({ code, ...(problems[code] as (facts: object) => Omit<Problem, "code">)(facts) });
