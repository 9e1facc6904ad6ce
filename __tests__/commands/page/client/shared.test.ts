import { shared } from "../../../../commands/page/client/shared";

const before = {
  tasks: [
    { id: "a", state: "running", networks: ["front"] },
    { id: "b", state: "running", networks: ["back"] },
  ],
  nodes: [{ id: "n", isReady: true }],
};
const copy = () => structuredClone(before);

test("what is as it was is the same object", () => {
  expect(shared(before, copy())).toBe(before);
});

test("what changed is another one, and all beside it the same", () => {
  const after = copy();
  after.tasks[1]!.state = "failed";
  const made = shared(before, after);
  expect(made).toEqual(after);
  expect(made.tasks[0]).toBe(before.tasks[0]);
  expect(made.nodes).toBe(before.nodes);
  expect(made.tasks[1]!.networks).toBe(before.tasks[1]!.networks);
});

test("a member of a list is known by its id, wherever it stands", () => {
  const made = shared(before.tasks, [{ id: "c", state: "new", networks: [] }, ...copy().tasks]);
  expect(made.slice(1).map((each, index) => each === before.tasks[index])).toEqual([true, true]);
});

test.each([
  [undefined, [1]],
  [null, { a: 1 }],
  [{ a: 1 }, null],
  [[1, 2], [1]],
  [{ a: 1, b: 2 }, { a: 1 }],
  [[1], { 0: 1 }],
  [{ 0: 1 }, [1]],
])("of %j becomes %j", (one, other) => {
  expect(shared<unknown>(one, other)).toEqual(other);
});
