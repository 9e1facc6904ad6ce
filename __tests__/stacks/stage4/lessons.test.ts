import type { Engine, Service } from "../../../engine";
import type { LiveStage } from "../../../stacks/lesson";
import { lessons } from "../../../stacks/stage4/lessons";

const running = lessons.find(({ teaches }) => teaches.en === "every service has as many tasks running as it should")!;

test("tasks that a leader has just begun to place, as after a reboot, are waited for", async () => {
  const looks = [1, 1, 2];
  const list = async () => {
    const ServiceStatus = { RunningTasks: looks.length > 1 ? looks.shift() : looks[0], DesiredTasks: 2 };
    return [{ ServiceStatus, Spec: { Name: "voting_stack_vote" } }] as unknown as Service[];
  };
  const stage: LiveStage = {
    engine: {} as unknown as Engine,
    name: (name) => name,
    inside: () => ({ services: { list } }) as unknown as Engine,
    ports: { ask: async () => undefined, close: async () => {} },
  };
  expect(await running.check(stage)).toBeUndefined();
});
