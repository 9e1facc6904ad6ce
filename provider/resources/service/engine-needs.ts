import type { DockerCall } from "../define";
import { hasStartInterval } from "../health-check";
import type { Asked } from "./schema";

type Container = Asked["task_spec"][number]["container_spec"][number];

/** What engines of an earlier API version leave out without a word. Source: https://docs.docker.com/reference/api/engine/version-history/ */
const NEEDS: readonly {
  readonly attribute: string;
  readonly minor: number;
  readonly release: string;
  readonly isAsked: (container: Container) => boolean;
}[] = [
  {
    attribute: "healthcheck.start_interval",
    minor: 44,
    release: "25",
    isAsked: ({ healthcheck: [check] }) => check !== undefined && hasStartInterval(check),
  },
  {
    attribute: "privileges.no_new_privileges",
    minor: 44,
    release: "25",
    isAsked: ({ privileges: [privileges] }) => privileges?.no_new_privileges === true,
  },
  {
    attribute: "mounts.volume_options.subpath",
    minor: 45,
    release: "26",
    isAsked: ({ mounts }) => mounts.some(({ volume_options: [options] }) => Boolean(options?.subpath)),
  },
  { attribute: "oom_score_adj", minor: 46, release: "27", isAsked: ({ oom_score_adj: adj }) => Boolean(adj) },
];

/** Tells of what is asked for and has no effect on this engine. */
export async function warnOfOldEngine(
  { engine, warn, signal }: Pick<DockerCall, "engine" | "warn" | "signal">,
  { name, task_spec: [task] }: Pick<Asked, "name" | "task_spec">,
): Promise<void> {
  const container = task?.container_spec[0];
  const asked = NEEDS.filter(({ isAsked }) => container && isAsked(container));
  if (asked.length === 0) return;
  const version = await engine.apiVersion({ signal });
  const minor = Number(version.split(".")[1]);
  for (const need of asked.filter((each) => each.minor > minor)) {
    warn(
      `service "${name}": ${need.attribute} has no effect on this engine`,
      `It needs API 1.${need.minor} (Docker ${need.release}), and the engine speaks ${version}. Remove it, or use a newer engine.`,
    );
  }
}
