import type { Problem } from "../../problem";
import { ConstructError, throwProblems } from "../construct-error";
import { swarmProblem } from "./problems";
import { addressIn, type Subnet, sizeOf, tryParseSubnet } from "./subnet";
import type { SwarmClusterProps } from "./swarm-cluster-props";

type Checked = SwarmClusterProps & Required<Pick<SwarmClusterProps, "managers" | "workers" | "subnet">>;

const isWhole = (value: number, least: number): boolean => Number.isInteger(value) && value >= least;
const isPort = (value: number): boolean => isWhole(value, 1) && value <= 65_535;

/**
 * The last address of the subnet that a container can have: the registry of the cluster's own images is there, so that
 * those of the nodes stay.
 *
 * @param taken offset of the last node's
 * @throws ConstructError `cluster-subnet-registry`
 */
export function lastAddress(path: string, subnet: Subnet, taken: number): string {
  const offset = sizeOf(subnet.bits) - 2;
  if (offset <= taken) throw new ConstructError(swarmProblem("cluster-subnet-registry", { path }));
  return addressIn(subnet, offset);
}

/** Throws all that is wrong with a cluster's props as one error. @param reserved addresses of the subnet before the first node's */
export function checkCluster(path: string, props: Checked, reserved: number): void {
  const { managers, workers, subnet: text, ports = {}, memory, cpus, nodeLabels = {} } = props;
  const subnet = tryParseSubnet(text);
  const nodes = managers + workers;
  const fits = subnet ? sizeOf(subnet.bits) - reserved - 2 : 0;
  const hostnames = new Set(Array.from({ length: Math.max(nodes, 0) || 0 }, (_, index) => `node${index + 1}`));
  const problems: Problem[] = [
    ...(isWhole(managers, 1) ? [] : [swarmProblem("cluster-managers", { path, managers })]),
    ...(isWhole(workers, 0) ? [] : [swarmProblem("cluster-workers", { path, workers })]),
    ...(subnet ? [] : [swarmProblem("cluster-subnet", { path, subnet: text })]),
    ...(subnet && nodes > fits ? [swarmProblem("cluster-subnet-small", { path, subnet: text, nodes, fits })] : []),
    ...Object.entries(ports)
      .filter(([inside, outside]) => !isPort(Number(inside)) || !isPort(outside))
      .map(([inside, outside]) => swarmProblem("cluster-ports", { path, inside, outside })),
    ...(memory === undefined || isWhole(memory, 128) ? [] : [swarmProblem("cluster-memory", { path, memory })]),
    ...(cpus === undefined || cpus > 0 ? [] : [swarmProblem("cluster-cpus", { path, cpus })]),
    ...Object.keys(nodeLabels)
      .filter((hostname) => !hostnames.has(hostname))
      .map((hostname) => swarmProblem("cluster-node-labels", { path, hostname, nodes })),
  ];
  throwProblems(problems);
}
