import { OneAtATime } from "../../../../provider/resources/image/one-at-a-time";

/** A task that ends when it is told to, and writes down when it began and ended. */
function tracked(log: string[], name: string) {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return {
    end: resolve,
    run: async () => {
      log.push(`${name} begins`);
      await promise;
      log.push(`${name} ends`);
      return name;
    },
  };
}

test("what has one key runs in order, what has another does not wait", async () => {
  const log: string[] = [];
  const queue = new OneAtATime();
  const [a, b, other] = [tracked(log, "a"), tracked(log, "b"), tracked(log, "other")];
  const all = [queue.run("x", a.run), queue.run("x", b.run), queue.run("y", other.run)];
  other.end();
  await all[2];
  expect(log).toEqual(["a begins", "other begins", "other ends"]);
  b.end();
  a.end();
  expect(await Promise.all(all)).toEqual(["a", "b", "other"]);
  expect(log.slice(3)).toEqual(["a ends", "b begins", "b ends"]);
});

test("a failure is its own caller's alone", async () => {
  const queue = new OneAtATime();
  const failed = queue.run("x", () => Promise.reject(new Error("no")));
  const next = queue.run("x", async () => "next");
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("next");
});
