import type { ContainerInspect, Engine } from "../../../engine";
import { hasUnknown, type Planned, type State, stringList } from "../../schema";
import { knownTexts } from "../../schema/value";
import { part } from "./part";

const schema = {
  restart_triggers: stringList({
    optional: true,
    doc: "Any values whose change stops the container and starts it again, in place: ids of containers that it holds connections to, for instance. Where there were none, what was made since it started counts alone: an id of such a container starts it again, other values start nothing.",
  }),
} as const;

/** What the container is started again for, of which no engine knows. */
export const restartTriggers = part({
  schema,
  toEngine: () => ({}),
  fromEngine: () => ({}),
  problems: ({ restart_triggers: triggers, ...config }) =>
    triggers !== undefined && (config as { readonly rm?: unknown }).rm === true
      ? [
          {
            severity: "error",
            summary: "restart_triggers of a container that is removed when it ends",
            detail: "stopping it removes it: remove `rm`, or `restart_triggers`",
            path: ["restart_triggers"],
          },
        ]
      : [],
  // Whatever it was said to be started for.
  asItStands: {
    restart_triggers: ({ restart_triggers: was }, planned) => {
      const asked = knownTexts(planned.restart_triggers);
      if (was !== undefined || !asked || asked.length === 0) return undefined;
      return (found, engine, signal) => hasSeen(found, asked, engine, signal);
    },
  },
});

type Prior = Pick<State<typeof schema>, "restart_triggers">;
type Asked = Pick<Planned<typeof schema>, "restart_triggers">;

const ID = /^[0-9a-f]{64}$/;
const isId = (value: unknown): value is string => typeof value === "string" && ID.test(value);

/** Whether an apply may start it again: one of the values is another, or is not known yet. */
export function mayBeTriggered({ restart_triggers: was }: Prior, { restart_triggers: asked }: Asked): boolean {
  if (asked === undefined) return false;
  if (!Array.isArray(asked) || hasUnknown(asked)) return true;
  return was === undefined ? asked.some(isId) : isOther(was, asked);
}

/** Whether it is to be started again. */
export async function isTriggered(
  found: ContainerInspect,
  { restart_triggers: was }: Prior,
  { restart_triggers: asked }: Prior,
  engine: Engine,
  signal: AbortSignal,
): Promise<boolean> {
  if (asked === undefined) return false;
  if (was !== undefined) return isOther(was, asked);
  return (await madeAt(asked, engine, signal)).some((made) => made !== undefined && made > startedAt(found));
}

/** Whether the values are ids of containers that were all there when it started: nothing is left to start it for. */
async function hasSeen(found: ContainerInspect, values: readonly string[], engine: Engine, signal: AbortSignal) {
  return (await madeAt(values, engine, signal)).every((made) => made !== undefined && made <= startedAt(found));
}

const isOther = (was: readonly string[], asked: readonly string[]): boolean =>
  asked.length !== was.length || asked.some((value, i) => value !== was[i]);

/** When the containers were made that the values are ids of; undefined for other values. */
const madeAt = (values: readonly string[], engine: Engine, signal: AbortSignal): Promise<(number | undefined)[]> =>
  Promise.all(
    values.map(async (value) => {
      const found = isId(value) ? await engine.containers.tryInspect(value, { signal }) : undefined;
      return found && Date.parse(found.Created);
    }),
  );

const startedAt = ({ State }: ContainerInspect): number => Date.parse(State.StartedAt ?? "");
