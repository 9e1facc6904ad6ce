import type { TaskSpecPlacement } from "../../../engine";
import { listOf, number, setOf, string, stringSet } from "../../schema";
import { whole } from "../../schema/validators";
import { once, part, some, sorted, sortedBy } from "./part";

const SPREAD = "spread=";

const schema = {
  placement: listOf(
    {
      constraints: stringSet({
        optional: true,
        zero: [],
        doc: "What a node must be: `node.role==manager`, `node.labels.disk==ssd`.",
      }),
      prefs: stringSet({
        optional: true,
        zero: [],
        same: (a, b) => a.map(descriptor).sort().join() === b.map(descriptor).sort().join(),
        doc: "What tasks are spread evenly over: `spread=node.labels.rack`.",
      }),
      max_replicas: number({
        optional: true,
        zero: 0,
        validate: whole(0),
        doc: "How many tasks one node may have. Default: any number.",
      }),
      platforms: setOf(
        {
          architecture: string({ required: true, doc: "`amd64`, `arm64` and so on." }),
          os: string({ required: true, doc: "`linux` or `windows`." }),
        },
        { doc: "A platform that the image runs on." },
      ),
    },
    { max: 1, computed: true, emptyIsNone: true, adds: true, doc: "Which nodes take tasks." },
  ),
} as const;

const descriptor = (preference: string): string =>
  preference.startsWith(SPREAD) ? preference.slice(SPREAD.length) : preference;

/** Source: https://docs.docker.com/engine/swarm/services/#control-service-placement */
export const placement = part<typeof schema, TaskSpecPlacement | undefined>({
  schema,

  toEngine: (asked) =>
    once(asked.placement, ({ constraints, prefs, max_replicas, platforms }) => ({
      Constraints: some(sorted(constraints)),
      Preferences: some(sorted(prefs)?.map((preference) => ({ Spread: { SpreadDescriptor: descriptor(preference) } }))),
      MaxReplicas: max_replicas || undefined,
      Platforms: some(
        sortedBy(platforms, ({ architecture, os }) => `${os}/${architecture}`).map(({ architecture, os }) => ({
          Architecture: architecture,
          OS: os,
        })),
      ),
    })),

  fromEngine: (found) => ({
    placement: found
      ? [
          {
            constraints: found.Constraints ?? [],
            prefs: (found.Preferences ?? []).map(({ Spread }) => `${SPREAD}${Spread?.SpreadDescriptor ?? ""}`),
            max_replicas: found.MaxReplicas ?? 0,
            platforms: (found.Platforms ?? []).map(({ Architecture, OS }) => ({
              architecture: Architecture ?? "",
              os: OS ?? "",
            })),
          },
        ]
      : [],
  }),
});
