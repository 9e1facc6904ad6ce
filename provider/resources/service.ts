import type { Service } from "../../engine";
import { poll } from "../../engine/poll";
import { readDuration } from "../../formats/duration";
import { DiagnosticError, type ObjectValue, UNKNOWN } from "../schema";
import { unchanged } from "../schema/plan/plan";
import { byIdOrName, type DockerCall, defineResource } from "./define";
import type { LabelledLeftover } from "./leftover";
import { nonceAmong } from "./nonce";
import { claim } from "./ownership";
import { changeService } from "./service/change";
import { converge, look } from "./service/converge";
import { awaitsPort } from "./service/endpoint";
import { warnOfOldEngine } from "./service/engine-needs";
import { lateFirstCheck, lateFirstCheckOn } from "./service/first-check";
import { isOtherKind, ofOneKind } from "./service/mode";
import { withKnownNetworks } from "./service/network-names";
import { observe } from "./service/observe";
import { whyGivenUp } from "./service/progress";
import { removeService } from "./service/removal";
import { type Asked, type Known, schema } from "./service/schema";
import { credentials, specificationOf } from "./service/specification";
import { upgrades } from "./service/upgrades";

/** Time that the swarm is given to choose the ports that nobody named. */
const PORTS_SECONDS = 10;

const leftover: LabelledLeftover = {
  kind: "service",
  find: async ({ services }, label) =>
    (await services.list({ filters: { label } })).map(({ ID, Spec }) => ({ id: ID, name: Spec.Name ?? ID })),
  remove: ({ services }, id) => services.tryRemove(id),
};

/** All but how a change is waited for. */
const { converge_config: _, ...spec } = schema;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Service */
export const service = defineResource({
  type: "docker_service",
  leftover,
  doc: "A service of a swarm: tasks that run the same image, on as many nodes as there are.",
  version: 2,
  upgrades,
  schema,
  imports: byIdOrName,

  /** Of an engine that is not known yet the best is thought. */
  validate: (config) => lateFirstCheck(config as ObjectValue, true),

  async plan({ prior, planned: asked, services, signal }) {
    const kind: Pick<typeof asked, "mode"> = { mode: ofOneKind(asked.mode) };
    if (!prior) return { planned: { ...asked, ...kind } };
    const known = await withKnownNetworks(services?.engine, prior, asked, signal);
    const planned = known ?? asked;
    const waits = planned.converge_config !== UNKNOWN && planned.converge_config.length > 0;
    // Of a service that was never waited for, one that was taken over for instance, nothing is known that is wrong.
    const again: Partial<typeof planned> = waits && prior.converged === false ? { converged: UNKNOWN } : {};
    const wanted = { ...planned, ...again, ...kind };
    // How long the next change is waited for is no change.
    if (waits && prior.converge_config.length === 0 && unchanged(spec, prior as ObjectValue, wanted as ObjectValue))
      return { planned: { ...wanted, converge_config: prior.converge_config }, legacy: true };
    const replace: "mode"[] = isOtherKind(prior.mode, kind.mode) ? ["mode"] : [];
    return { planned: wanted, replace, legacy: known !== undefined };
  },

  async create(call) {
    const { planned, engine, signal, made } = call;
    await refuseLateCheck(call);
    const wanted = await specificationOf(call, planned);
    const found = await claim(call, {
      type: "docker_service",
      name: planned.name,
      find: async () =>
        (await engine.services.list({ filters: { name: [planned.name] }, signal })).find(isNamed(planned.name)),
      labels: labelsOf,
      id: ({ ID }) => ID,
      create: async (ownership) => {
        const spec = { ...wanted, Labels: { ...wanted.Labels, ...ownership } };
        const { ID } = await engine.services.create(spec, { auth: await credentials(call, planned), signal });
        made({ id: ID });
        return engine.services.inspect(ID, { signal });
      },
      orphan: { remove: ({ ID }) => removeService(call, ID) },
    });
    return settled(call, found.ID, { isNew: true });
  },

  async read({ state, asked, engine, journal, signal }) {
    const found = await engine.services.tryInspect(state.id, { signal });
    if (!found) return undefined;
    journal.settle(nonceAmong(found.Spec.Labels));
    const converged = await stillConverged(engine, found, state, signal);
    return { ...(await observe(engine, found, asked)), converged };
  },

  async update(call) {
    await refuseLateCheck(call);
    await changeService(call);
    return settled(call, call.state.id, { isNew: false });
  },

  delete: (call) => removeService(call, call.state.id),
});

const isNamed = (name: string) => (found: Service) => found.Spec.Name === name;
const labelsOf = ({ Spec }: Service) => Spec.Labels as Record<string, string> | null | undefined;

/** What has become of the service once it is as it was asked, as far as that is waited for. */
async function settled(call: DockerCall & Settling, id: string, { isNew }: { readonly isNew: boolean }) {
  const { planned, engine, signal, made } = call;
  const [wait] = planned.converge_config;
  await warnOfOldEngine(call, planned);
  made({ ...(await observe(engine, await engine.services.inspect(id, { signal }), planned)), converged: false });
  if (wait) await converge(engine, id, { limit: (readDuration(wait.timeout) ?? 0) / 1e9, isNew, signal });
  const found = await poll({ seconds: PORTS_SECONDS, signal }, async () => {
    const seen = await engine.services.inspect(id, { signal });
    return awaitsPort(seen) ? undefined : seen;
  });
  const seen = found ?? (await engine.services.inspect(id, { signal }));
  return { ...(await observe(engine, seen, planned)), converged: wait ? true : undefined };
}

/** @throws DiagnosticError before anything is made or changed */
async function refuseLateCheck(call: DockerCall & Pick<Settling, "planned">): Promise<void> {
  const complaints = await lateFirstCheckOn(call, call.planned as unknown as ObjectValue);
  if (complaints.length > 0) throw new DiagnosticError(complaints);
}

interface Settling {
  readonly planned: Asked;
  made(state: object): void;
}

/** Whether it has its tasks is the swarm's business, but for a change that was waited for and did not come through. */
async function stillConverged(
  engine: DockerCall["engine"],
  found: Service,
  { converged, id }: Pick<Known, "converged" | "id">,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  if (converged === undefined) return undefined;
  if (whyGivenUp(found)) return false;
  return converged || (await look(engine, id, signal)).progress.kind === "converged";
}
