import { isEngineError, type Service, type ServiceSpec } from "../../../engine";
import { NONCE_LABEL } from "../../../formats/labels";
import type { DockerCall } from "../define";
import type { Asked, Known } from "./schema";
import { credentials, specificationOf } from "./specification";

/** How often a change is made anew on top of somebody else's. */
const TRIES = 5;

/** Changes the service; on top of somebody else's change, where one came between. */
export async function changeService(
  call: DockerCall & { readonly planned: Asked; readonly state: Known },
): Promise<void> {
  const { planned, state, engine, signal } = call;
  for (let left = TRIES; ; left--) {
    const before = await engine.services.inspect(state.id, { signal });
    const wanted = await wantedOf(call, before);
    // Credentials are part of what a task is made of: sent where nothing is pulled, they would replace every task.
    const pulls =
      wanted.TaskTemplate?.ContainerSpec?.Image !== before.Spec.TaskTemplate?.ContainerSpec?.Image ||
      JSON.stringify(planned.auth) !== JSON.stringify(state.auth);
    const auth = pulls ? await credentials(call, planned) : undefined;
    try {
      await engine.services.update(state.id, wanted, { version: before.Version.Index ?? 0, auth, signal });
      return;
    } catch (error) {
      if (!isEngineError(error, "out-of-sequence") || left === 1) throw error;
    }
  }
}

/** What is asked for, and what stays of what is there: whose it is, and how often its tasks were replaced by force. */
async function wantedOf(call: DockerCall & { readonly planned: Asked }, before: Service): Promise<ServiceSpec> {
  const { planned } = call;
  const spec = await specificationOf(call, planned, before);
  const nonce = (before.Spec.Labels as Record<string, string> | null | undefined)?.[NONCE_LABEL];
  return {
    ...spec,
    Labels: { ...spec.Labels, ...(nonce && { [NONCE_LABEL]: nonce }) },
    TaskTemplate: {
      ...spec.TaskTemplate,
      ForceUpdate: planned.task_spec[0]?.force_update ?? before.Spec.TaskTemplate?.ForceUpdate ?? undefined,
    },
  };
}
