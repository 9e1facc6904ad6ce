import { bool, number } from "../../schema";
import { whole } from "../../schema/validators";
import { part } from "./part";

const schema = {
  memory_swappiness: number({
    optional: true,
    forceNew: true,
    validate: whole(0, { to: 100 }),
    doc: "How readily its memory is put into swap, from 0, where it is not, to 100. The engine leaves it out, with a warning, where the machine has cgroups of version 2. Default: the machine's own.",
  }),
  oom_kill_disable: bool({
    optional: true,
    forceNew: true,
    zero: false,
    doc: "Its processes wait, in place of being killed, when they have used up its `memory`, without which the whole machine may come to stand. The engine leaves it out, with a warning, where the machine has cgroups of version 2.",
  }),
  oom_score_adj: number({
    optional: true,
    forceNew: true,
    zero: 0,
    validate: whole(-1000, { to: 1000 }),
    doc: "How readily its processes are killed where the machine runs out of memory: from -1000, which is never, to 1000.",
  }),
} as const;

/** What becomes of the container's processes where memory runs short. */
export const shortage = part({
  schema,

  toEngine: ({ memory_swappiness, oom_kill_disable, oom_score_adj }) => ({
    host: { MemorySwappiness: memory_swappiness, OomKillDisable: oom_kill_disable, OomScoreAdj: oom_score_adj },
  }),

  // What the kernel cannot do the engine has left out, and said so when the container was made.
  fromEngine: ({ HostConfig: found }, asked) => ({
    memory_swappiness: (found.MemorySwappiness ?? -1) < 0 ? asked?.memory_swappiness : (found.MemorySwappiness ?? 0),
    oom_kill_disable: found.OomKillDisable ?? asked?.oom_kill_disable ?? false,
    oom_score_adj: found.OomScoreAdj ?? 0,
  }),
});
