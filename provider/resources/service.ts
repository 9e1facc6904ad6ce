import type { Engine, Service, ServiceSpec } from "../engine";
import { isEngineError } from "../engine";
import { type Config, listOf, type ObjectValue, type Observed, type State, string, UNKNOWN } from "../schema";
import { asAsked } from "./as-asked";
import { type DockerCall, defineResource } from "./define";
import { tryDuration } from "./duration";
import { labelBlocks, observeLabels, toRecord } from "./labels";
import { claim, NONCE_LABEL } from "./ownership";
import { converge } from "./service/converge";
import { duration } from "./service/durations";
import { endpoint } from "./service/endpoint";
import { lookAgain } from "./service/look-again";
import { kindOf, mode } from "./service/mode";
import { tryResolveImage } from "./service/resolve-image";
import { taskSpec } from "./service/task-spec";
import { hasEnded, tasksOf } from "./service/tasks";
import { rollbackConfig, updateConfig } from "./service/update-config";

const schema = {
  id: string({ computed: true, doc: "The swarm's id of the service." }),
  name: string({ required: true, forceNew: true, doc: "Name of the service." }),
  ...taskSpec.fields,
  ...mode.fields,
  ...endpoint.fields,
  ...updateConfig.fields,
  ...rollbackConfig.fields,
  labels: labelBlocks("Label of the service. A change is made in place.", { computed: true }),
  auth: listOf(
    {
      server_address: string({ required: true, doc: "Registry of the image." }),
      username: string({ optional: true, doc: "User name. Default: `DOCKER_REGISTRY_USER`." }),
      password: string({ optional: true, sensitive: true, doc: "Password. Default: `DOCKER_REGISTRY_PASS`." }),
    },
    { max: 1, doc: "Credentials that nodes pull the image with. Default: the provider's `registry_auth`." },
  ),
  converge_config: listOf(
    {
      delay: duration("No effect: tasks are looked at as often as the swarm answers.", "7s"),
      timeout: duration("How long the service may take.", "3m"),
    },
    {
      max: 1,
      doc: "Wait until the service's tasks run (a job's: have completed); an error tells of each task that does not. Default: the swarm is asked, and nothing waited for.",
    },
  ),
} as const;

type Asked = Config<typeof schema>;

/** Time that tasks of a removed service are given to end, beside their own grace period. */
const REMOVAL_SECONDS = 60;
/** How often a change is made anew on top of somebody else's. */
const UPDATE_TRIES = 5;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Service */
export const service = defineResource({
  type: "docker_service",
  doc: "A service of a swarm: tasks that run the same image, on as many nodes as there are.",
  version: 2,
  schema,
  import: "id",

  plan({ prior, planned }) {
    const before = prior?.mode[0];
    const [after] = planned.mode === UNKNOWN ? [] : planned.mode;
    if (!before || !after) return;
    const isSameKind =
      kindOf(mode.toEngine({ mode: [before] } as never)) === kindOf(mode.toEngine({ mode: [settled(after)] } as never));
    return isSameKind ? undefined : { replace: ["mode"] };
  },

  async create(call) {
    const { planned, engine, signal, made } = call;
    const wanted = await specOf(call, planned);
    const found = await claim(call, {
      type: "docker_service",
      name: planned.name,
      find: async () =>
        (await engine.services.list({ filters: { name: [planned.name] }, signal })).find(isNamed(planned.name)),
      labels: labelsOf,
      create: async (ownership) => {
        const spec = { ...wanted, Labels: { ...wanted.Labels, ...ownership } };
        const { ID } = await engine.services.create(spec, { auth: await credentials(call, planned), signal });
        made({ id: ID });
        return engine.services.inspect(ID, { signal });
      },
      orphan: { remove: ({ ID }) => removeService(engine, ID, signal) },
    });
    made(await observe(engine, found, planned, false));
    await convergeWhereAsked(call, found.ID, planned);
    return observe(engine, await engine.services.inspect(found.ID, { signal }), planned, false);
  },

  async read({ state, engine, journal, imported }) {
    const found = await engine.services.tryInspect(state.id);
    if (!found) return undefined;
    journal.settle(labelsOf(found)?.[NONCE_LABEL]);
    return observe(engine, found, state, imported);
  },

  async update(call) {
    const { planned, state, engine, signal, made } = call;
    await change(call, planned, state.id);
    made(await observe(engine, await engine.services.inspect(state.id, { signal }), planned, false));
    await convergeWhereAsked(call, state.id, planned);
    return observe(engine, await engine.services.inspect(state.id, { signal }), planned, false);
  },

  async delete({ state, engine, signal }) {
    await removeService(engine, state.id, signal);
  },
});

const isNamed = (name: string) => (found: Service) => found.Spec.Name === name;
const labelsOf = ({ Spec }: Service) => Spec.Labels as Record<string, string> | null | undefined;
const settled = (planned: object): object =>
  Object.fromEntries(Object.entries(planned).map(([name, value]) => [name, value === UNKNOWN ? [] : value]));

/** The specification that is asked for, its image pinned where the registry says to what. */
async function specOf(call: DockerCall, asked: Asked, before?: Service): Promise<ServiceSpec> {
  const task = taskSpec.toEngine(asked);
  const container = task.ContainerSpec!;
  const image = container.Image ?? "";
  const pinned = before?.Spec.TaskTemplate?.ContainerSpec?.Image ?? undefined;
  const isPinned = pinned?.startsWith(`${/:[^/]+$/.test(image) ? image : `${image}:latest`}@`);
  const resolved = isPinned
    ? undefined
    : await tryResolveImage(call.engine, image, { auth: await credentials(call, asked), signal: call.signal });
  return {
    Name: asked.name,
    Labels: toRecord(asked.labels),
    TaskTemplate: {
      ...task,
      ContainerSpec: { ...container, Image: isPinned ? pinned : (resolved?.reference ?? image) },
      Placement: {
        ...task.Placement,
        // As the docker client does: nodes of another platform than the image's take no tasks.
        Platforms:
          task.Placement?.Platforms ??
          (isPinned ? (before?.Spec.TaskTemplate?.Placement?.Platforms as never) : resolved?.platforms),
      },
    },
    Mode: mode.toEngine(asked),
    UpdateConfig: updateConfig.toEngine(asked),
    RollbackConfig: rollbackConfig.toEngine(asked) as ServiceSpec["RollbackConfig"],
    EndpointSpec: endpoint.toEngine(asked),
  };
}

/** Changes the service; on top of somebody else's change, where one came between. */
async function change(call: DockerCall, planned: Asked, id: string): Promise<void> {
  const { engine, signal } = call;
  for (let left = UPDATE_TRIES; ; left--) {
    const before = await engine.services.inspect(id, { signal });
    const spec = await specOf(call, planned, before);
    const nonce = labelsOf(before)?.[NONCE_LABEL];
    const force = planned.task_spec[0]?.force_update ?? before.Spec.TaskTemplate?.ForceUpdate ?? undefined;
    const wanted: ServiceSpec = {
      ...spec,
      Labels: { ...spec.Labels, ...(nonce && { [NONCE_LABEL]: nonce }) },
      TaskTemplate: { ...spec.TaskTemplate, ForceUpdate: force },
    };
    try {
      const auth = await credentials(call, planned);
      await engine.services.update(id, wanted, { version: before.Version.Index ?? 0, auth, signal });
      return;
    } catch (error) {
      if (!isEngineError(error, "out-of-sequence") || left === 1) throw error;
    }
  }
}

async function credentials({ registries }: DockerCall, { auth: [own], task_spec: [task] }: Asked) {
  if (!own) return registries.for(task?.container_spec[0]?.image ?? "");
  return {
    username: own.username ?? process.env["DOCKER_REGISTRY_USER"],
    password: own.password ?? process.env["DOCKER_REGISTRY_PASS"],
    serveraddress: own.server_address,
  };
}

async function convergeWhereAsked(
  { engine, signal }: DockerCall,
  id: string,
  { converge_config: [config] }: Asked,
): Promise<void> {
  if (config) await converge(engine, id, (tryDuration(config.timeout) ?? 0) / 1e9, signal);
}

/** Removes the service and waits for its tasks: what they use, volumes and networks, can be removed only after. */
async function removeService(engine: Engine, id: string, signal: AbortSignal): Promise<void> {
  const found = await engine.services.tryInspect(id, { signal });
  if (!found) return;
  await engine.services.tryRemove(id, { signal });
  const grace = (found.Spec.TaskTemplate?.ContainerSpec?.StopGracePeriod ?? 0) / 1e9;
  await lookAgain({ seconds: REMOVAL_SECONDS + grace, signal }, async () => {
    const tasks = await tasksOf(engine, id, signal);
    return tasks.every(hasEnded) ? true : undefined;
  });
}

/** What the swarm says of the service, in the terms in which it was asked for. */
async function observe(
  engine: Engine,
  found: Service,
  asked: Asked | State<typeof schema>,
  imported: boolean,
): Promise<Observed<typeof schema>> {
  const { Spec } = found;
  const told = {
    ...taskSpec.fromEngine(Spec.TaskTemplate as never),
    ...mode.fromEngine((Spec.Mode ?? {}) as never),
    // The ports that the swarm chose are at the endpoint, those that were asked for in the specification.
    ...endpoint.fromEngine({ ...Spec.EndpointSpec, Ports: found.Endpoint?.Ports ?? Spec.EndpointSpec?.Ports } as never),
    ...updateConfig.fromEngine(Spec.UpdateConfig as never),
    ...rollbackConfig.fromEngine(Spec.RollbackConfig as never),
  } as ObjectValue;
  await nameNetworks(engine, told, asked);
  const answer = imported ? told : asAsked(schema, asked as ObjectValue, told);
  return {
    ...answer,
    id: found.ID,
    name: Spec.Name ?? undefined,
    labels: observeLabels(labelsOf(found), asked.labels, imported),
  } as Observed<typeof schema>;
}

/** The swarm keeps networks by their ids; people write names, or ids. */
async function nameNetworks(
  engine: Engine,
  told: ObjectValue,
  asked: Partial<Pick<Asked, "task_spec">>,
): Promise<void> {
  const [task] = told["task_spec"] as { networks_advanced: { name: string }[] }[];
  const written = new Set(asked.task_spec?.[0]?.networks_advanced.map(({ name }) => name));
  const used = (task?.networks_advanced ?? []).filter(({ name }) => !written.has(name));
  if (used.length === 0) return;
  const names = new Map((await engine.networks.list()).map(({ Id, Name }) => [Id, Name]));
  for (const network of used) network.name = names.get(network.name) ?? network.name;
}
