import type { Engine } from "../../../../engine";
import { inTurnAlone, inTurnWithOthers } from "../../../../provider/resources/container/turns";

const engine = { url: "unix:///a" } as Engine;

/** Work that is over when it is told to be, and whether it has begun. */
function work() {
  let end!: (error?: Error) => void;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  const run = jest.fn(() => ended);
  return { run, end };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("commands run beside each other, a commit after them, and commands that come later after it", async () => {
  const [first, second, commit, third] = [work(), work(), work(), work()];
  const all = [
    inTurnWithOthers(engine, "web", first.run),
    inTurnWithOthers(engine, "web", second.run),
    inTurnAlone(engine, "web", commit.run),
    inTurnWithOthers(engine, "web", third.run),
  ];
  const begun = () => [first, second, commit, third].map(({ run }) => run.mock.calls.length);
  await settled();
  expect(begun()).toEqual([1, 1, 0, 0]);
  first.end();
  await settled();
  expect(begun()).toEqual([1, 1, 0, 0]);
  second.end();
  await settled();
  expect(begun()).toEqual([1, 1, 1, 0]);
  commit.end();
  await settled();
  expect(begun()).toEqual([1, 1, 1, 1]);
  third.end();
  await Promise.all(all);
});

test("what fails is told to whoever asked, and the next one has its turn", async () => {
  const [commit, next] = [work(), work()];
  const failing = inTurnAlone(engine, "db", commit.run);
  const following = inTurnWithOthers(engine, "db", next.run);
  commit.end(new Error("no space"));
  await expect(failing).rejects.toThrow("no space");
  next.end();
  await following;
});

test("another container, or one of another engine, waits for nothing", async () => {
  const [commit, other, elsewhere] = [work(), work(), work()];
  const committing = inTurnAlone(engine, "api", commit.run);
  other.end();
  elsewhere.end();
  await inTurnWithOthers(engine, "cache", other.run);
  await inTurnWithOthers({ url: "unix:///b" } as Engine, "api", elsewhere.run);
  commit.end();
  await committing;
});
