import { isPassing } from "../../../../commands/page/picture/swarm-picture";
import type { SwarmPicture, TaskView } from "../../../../commands/page/protocol";

const task = (state: string): TaskView => ({
  id: "a",
  name: "web.1",
  service: "web",
  node: "n",
  state,
  error: "",
  networks: [],
  volumes: [],
  container: "",
});
const swarm = (...states: string[]): SwarmPicture => ({
  nodes: [],
  services: [],
  networks: [],
  tasks: states.map(task),
});

test.each(["new", "pending", "assigned", "accepted", "preparing", "ready", "starting"])(
  "a task that is %s is looked at again",
  (state) => {
    expect(isPassing(swarm("running", state))).toBe(true);
  },
);

test.each(["running", "complete", "failed", "shutdown", "rejected", "orphaned", "remove"])(
  "one that is %s is not, without an event",
  (state) => {
    expect(isPassing(swarm(state))).toBe(false);
  },
);
