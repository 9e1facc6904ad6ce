import type { Service } from "../../../documentation/pictures/services";
import { spread } from "../../../documentation/pictures/tasks";

const service = (name: string, tasks: number): Service => ({ name, tasks, networks: [] });
const names = (services: readonly Service[], nodes: number) =>
  spread(services, nodes).map((tasks) => tasks.map((task) => `${task.service.name}.${task.slot}`));

test("the tasks of a service are on different nodes while there are any", () => {
  expect(names([service("vote", 4)], 3)).toEqual([["vote.1", "vote.4"], ["vote.2"], ["vote.3"]]);
});

test("a node with fewer tasks is taken first", () => {
  expect(names([service("db", 1), service("vote", 2)], 3)).toEqual([["db.1"], ["vote.1"], ["vote.2"]]);
});
