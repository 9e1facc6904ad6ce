import type { ServiceSpecMode } from "../../../engine";
import { bool, type Config, listOf, number, type Planned, UNKNOWN } from "../../schema";
import { whole } from "../../schema/validators";
import { part } from "./part";

const replicas = number({ optional: true, default: 1, validate: whole(0), doc: "How many tasks run." });

const schema = {
  mode: listOf(
    {
      replicated: listOf(
        { replicas },
        {
          max: 1,
          computed: "observed",
          conflictsWith: ["global", "replicated_job", "global_job"],
          doc: "A number of tasks, wherever there is room.",
        },
      ),
      global: bool({
        optional: true,
        default: false,
        conflictsWith: ["replicated_job", "global_job"],
        doc: "One task on each node.",
      }),
      replicated_job: listOf(
        {
          total_completions: number({
            optional: true,
            default: 1,
            validate: whole(0),
            doc: "How many tasks must have completed.",
          }),
          max_concurrent: number({
            optional: true,
            validate: whole(1),
            doc: "How many may run at once. Default: as many as must complete.",
          }),
        },
        { max: 1, conflictsWith: ["global_job"], doc: "Tasks that run to their end." },
      ),
      global_job: bool({ optional: true, zero: false, doc: "One task on each node, that runs to its end." }),
    },
    {
      max: 1,
      computed: "observed",
      doc: "How many tasks there are, and where. Default: one task. Another kind replaces the service, another number of replicas does not.",
    },
  ),
} as const;

/** Source: https://docs.docker.com/engine/swarm/how-swarm-mode-works/services/#replicated-and-global-services */
export const mode = part<typeof schema, ServiceSpecMode>({
  schema,

  toEngine({ mode: [asked] }) {
    const [job] = asked?.replicated_job ?? [];
    if (asked?.global) return { Global: {} };
    if (asked?.global_job) return { GlobalJob: {} };
    if (job) {
      const { total_completions: total, max_concurrent: most = total } = job;
      return { ReplicatedJob: { TotalCompletions: total, MaxConcurrent: most } };
    }
    return { Replicated: { Replicas: asked?.replicated[0]?.replicas ?? 1 } };
  },

  fromEngine: (found) => ({
    mode: [
      {
        replicated: found.Replicated ? [{ replicas: found.Replicated.Replicas ?? 1 }] : [],
        global: Boolean(found.Global),
        replicated_job: found.ReplicatedJob
          ? [
              {
                total_completions: found.ReplicatedJob.TotalCompletions ?? 1,
                max_concurrent: found.ReplicatedJob.MaxConcurrent ?? undefined,
              },
            ]
          : [],
        global_job: Boolean(found.GlobalJob),
      },
    ],
  }),
});

/** Which kind of service it is: the swarm changes the number of a service's tasks, never its kind. */
export const kindOf = (found: ServiceSpecMode): string =>
  Object.keys(found).find((kind) => found[kind as keyof ServiceSpecMode]) ?? "Replicated";

type PlannedMode = Planned<typeof schema>["mode"];

/** The number of a service's tasks, which the plan leaves to the engine or keeps, is of no other kind of service. */
export const ofOneKind = (planned: PlannedMode): PlannedMode =>
  planned === UNKNOWN
    ? planned
    : planned.map((mode) => {
        const { global, global_job, replicated_job: job } = mode;
        const isOther = global === true || global_job === true || job === UNKNOWN || job.length > 0;
        return isOther ? { ...mode, replicated: [] } : mode;
      });

/** Whether the plan makes another kind of service of it. */
export function isOtherKind(prior: Config<typeof schema>["mode"], planned: PlannedMode): boolean {
  if (planned === UNKNOWN || !prior[0] || !planned[0]) return false;
  const known = Object.entries(planned[0]).map(([name, value]) => [name, value === UNKNOWN ? [] : value]);
  const after = [Object.fromEntries(known)] as Config<typeof schema>["mode"];
  return kindOf(mode.toEngine({ mode: prior })) !== kindOf(mode.toEngine({ mode: after }));
}
