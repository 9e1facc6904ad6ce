import {
  type ContainerCreated,
  type ContainerCreateRequest,
  type Engine,
  imageStoreOf,
  isEngineError,
} from "../../../engine";
import type { Config, Observed, WithPrivateState } from "../../schema";
import type { DockerCall } from "../define";
import { claim } from "../ownership";
import { withGrace } from "../time-limit";
import { createRequest, type schema } from "./parts";
import { untilRemoved } from "./removal";

type Create = DockerCall &
  WithPrivateState & {
    readonly planned: Config<typeof schema>;
    made(state: Observed<typeof schema>): void;
  };

/** Makes the container, exactly once. Its id. @param platform @default - the engine's own choice */
export async function make(call: Create, platform?: string): Promise<string> {
  const { planned, engine, made, warn, signal } = call;
  const { name } = planned;
  const request = createRequest(planned, await engine.apiVersion({ signal }));
  const { id } = await claim(call, {
    type: "docker_container",
    name,
    find: async () => {
      const found = await engine.containers.tryInspect(name, { signal });
      return found && { id: found.Id, labels: found.Config.Labels as Record<string, string> | null };
    },
    labels: ({ labels }) => labels,
    id: ({ id }) => id,
    create: async (ownership) => {
      const labels = { ...(request.Labels as Record<string, string>), ...ownership };
      const { Id: id, Warnings } = await createWhenFree(
        engine,
        name,
        { ...request, Labels: labels },
        { platform, signal },
      );
      made({ id, name });
      for (const warning of Warnings ?? []) warn(`container "${name}": ${warning}`);
      await warnOfIgnoredOptions(call);
      return { id, labels };
    },
    orphan: {
      remove: async ({ id }) => void (await engine.containers.tryRemove(id, { force: true, volumes: true, signal })),
    },
    // What is connected to it and copied into it is not of one step: it is made anew.
    returned: "as-orphan",
  });
  return id;
}

/** A container of the same name that is on its way out is waited for. */
async function createWhenFree(
  engine: Engine,
  name: string,
  request: ContainerCreateRequest,
  { platform, signal }: { readonly platform: string | undefined; readonly signal: AbortSignal },
): Promise<ContainerCreated> {
  const options = { platform, signal: withGrace(signal) };
  try {
    return await engine.containers.create(name, request, options);
  } catch (error) {
    if (!isEngineError(error, "name-taken")) throw error;
    const holder = await engine.containers.tryInspect(name, { signal });
    if (holder && holder.State.Status !== "removing") throw error;
    if (holder) await untilRemoved(engine, holder.Id, { signal });
    return engine.containers.create(name, request, options);
  }
}

/** A snapshotter of containerd takes options of storage without a word, and does nothing with them. */
async function warnOfIgnoredOptions({ planned, engine, warn, signal }: Create): Promise<void> {
  const { name, storage_opts: options = {} } = planned;
  const asked = Object.entries(options).map(([key, value]) => `${key} = ${value}`);
  if (asked.length === 0 || (await imageStoreOf(engine, { signal })) === "classic") return;
  warn(
    `container "${name}": its engine does nothing with \`storage_opts\` (${asked.join(", ")})`,
    'Its images are in containerd\'s store, which has no options of storage: remove `storage_opts`, or have the engine use a storage driver that has them (`"features": {"containerd-snapshotter": false}` in its daemon.json).',
  );
}
