import { bringUp } from "./container/bring-up";
import { assertKnown } from "./container/engine-needs";
import { explaining } from "./container/failures";
import { withoutImage } from "./container/image";
import { hasDoneItsWork, hasEnded, isOnItsWayOut } from "./container/life-cycle";
import { limitsUpdate } from "./container/limits";
import { tryLog } from "./container/log";
import { make } from "./container/make";
import { connections } from "./container/network";
import { observe, parts, schema } from "./container/parts";
import { planContainer } from "./container/plan";
import { withImage } from "./container/pull";
import { withNames } from "./container/references";
import { removeContainer, removeLeft } from "./container/removal";
import { run } from "./container/run";
import { settleToBeMade } from "./container/to-be-made";
import { upgrades } from "./container/upgrades";
import { uploadFiles } from "./container/upload";
import { byIdOrName, defineResource } from "./define";
import type { LabelledLeftover } from "./leftover";
import { nonceAmong } from "./nonce";

const leftover: LabelledLeftover = {
  kind: "container",
  find: async ({ containers }, label) =>
    (await containers.list({ all: true, filters: { label } })).map(({ Id, Names }) => ({
      id: Id,
      name: Names[0]?.slice(1) ?? Id,
    })),
  remove: removeLeft,
};

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container */
export const container = defineResource({
  type: "docker_container",
  leftover,
  doc: "A container: made, connected, given its files, started, and waited for as far as it says.",
  version: 2,
  upgrades,
  schema,
  imports: byIdOrName,

  validate: (config) => parts.flatMap((part) => part.problems?.(config) ?? []),

  plan: planContainer,

  create: (call) =>
    explaining(call.planned.name, async () => {
      const { planned, engine, signal } = call;
      settleToBeMade(engine, planned.name);
      await assertKnown(call, planned);
      const id = await withImage(call, planned, (platform) => make(call, platform));
      for (const { network, endpoint } of connections(planned, await engine.apiVersion({ signal })).after)
        await engine.networks.connect(network, id, endpoint, { signal });
      await uploadFiles(engine, id, planned, signal);
      const ran = planned.start
        ? await run({ ...call, id }, planned)
        : { found: await engine.containers.inspect(id, { signal }) };
      const found = await withNames(engine, ran.found, planned, signal);
      return { ...observe(found, planned), container_logs: ran.output };
    }),

  async read({ state, asked, engine, journal, signal }) {
    const found = await engine.containers.tryInspect(state.id, { signal });
    if (!found || isOnItsWayOut(found)) return hasDoneItsWork(state) ? {} : undefined;
    journal.settle(nonceAmong(found.Config.Labels));
    const named = await withNames(engine, found, asked, signal);
    if (!asked) return observe(withoutImage(named, await engine.images.tryInspect(found.Image, { signal })), undefined);
    const log = state.logs && hasEnded(found) ? await tryLog({ engine, id: found.Id, signal }) : undefined;
    return { ...observe(named, state), container_logs: log ?? state.container_logs };
  },

  update: (call) =>
    explaining(call.planned.name, async () => {
      const { planned, state, engine, signal, warn } = call;
      const changes = limitsUpdate(state, planned);
      const { Warnings } = changes ? await engine.containers.update(state.id, changes, { signal }) : {};
      for (const warning of Warnings ?? []) warn(`container "${planned.name}": ${warning}`);
      const { found, output } = await bringUp({ ...call, id: state.id }, planned, state);
      const named = await withNames(engine, found, planned, signal);
      return { ...observe(named, planned), container_logs: output };
    }),

  async delete({ state, engine, signal }) {
    await removeContainer(engine, state, { signal });
  },
});
