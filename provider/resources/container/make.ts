import { type ContainerCreated, type ContainerCreateRequest, type Engine, isEngineError } from "../../../engine";
import type { Config, Observed, WithPrivateState } from "../../schema";
import type { DockerCall } from "../define";
import { claim } from "../ownership";
import { withGrace } from "../time-limit";
import { untilRemoved } from "./removal";
import { createRequest } from "./request";
import type { schema } from "./schema";

type Create = DockerCall &
  WithPrivateState & {
    readonly planned: Config<typeof schema>;
    made(state: Observed<typeof schema>): void;
  };

/** Makes the container, exactly once. Its id. @param platform @default - the engine's own choice */
export async function make(call: Create, platform?: string): Promise<string> {
  const { planned, engine, made, warn, signal } = call;
  const { name } = planned;
  const request = createRequest(planned);
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
