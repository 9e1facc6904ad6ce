import { type Planned, type State, stringList } from "../../schema";
import { part } from "./part";

const schema = {
  restart_triggers: stringList({
    optional: true,
    doc: "Any values whose change stops the container and starts it again, in place: ids of containers that it holds connections to, for instance. Values where there were none start nothing.",
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
});

/** Whether one of the values is another, or may be. */
export const isTriggered = (
  { restart_triggers: was }: Pick<State<typeof schema>, "restart_triggers">,
  { restart_triggers: asked }: Pick<Planned<typeof schema>, "restart_triggers">,
): boolean => {
  if (was === undefined || asked === undefined) return false;
  return !Array.isArray(asked) || asked.length !== was.length || asked.some((value, i) => value !== was[i]);
};
