import { devices } from "./devices";
import { list } from "./shapes/collections";
import { fields } from "./shapes/fields";
import { integer, number, size, text } from "./shapes/scalars";
import { mapped, type Shape, unlessEmpty } from "./shapes/shape";

const attribute = (path: string) => ({ becomes: `docker_service.task_spec.resources.${path}` });
const generic = attribute("reservation.generic_resources");
const discrete = attribute("reservation.generic_resources.discrete_resources_spec");

/** Billionths of a CPU. */
const cpus: Shape<number> = mapped(number(0), (value) => Math.round(value * 1e9));

const limits = fields({
  cpus: { shape: unlessEmpty(cpus), swarm: attribute("limits.nano_cpus") },
  memory: { shape: size, swarm: attribute("limits.memory_bytes") },
  pids: { shape: integer(-1), swarm: attribute("limits.pids") },
});

const discreteResource = fields(
  { kind: { shape: text, swarm: discrete }, value: { shape: integer(), swarm: discrete } },
  "kind",
  "value",
);

const reservations = fields({
  cpus: { shape: unlessEmpty(cpus), swarm: attribute("reservation.nano_cpus") },
  memory: { shape: size, swarm: attribute("reservation.memory_bytes") },
  generic_resources: {
    shape: list(fields({ discrete_resource_spec: { shape: discreteResource, swarm: discrete } })),
    swarm: generic,
  },
  devices: {
    shape: devices,
    swarm: {
      refused:
        "declare the devices as `node-generic-resources` in the nodes' daemon.json and reserve them under `generic_resources`",
    },
  },
});

/** What a task may use, and what is kept for it. */
export const resources = fields({
  limits: { shape: limits, swarm: attribute("limits") },
  reservations: { shape: reservations, swarm: attribute("reservation") },
});
