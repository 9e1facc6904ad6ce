import { inTurn } from "../../../../provider/resources/swarm/membership";

/** A change that ends when it is told to, and what has begun and ended so far. */
function changes() {
  const log: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const make = (swarm: string, name: string, grows: boolean) =>
    inTurn(swarm, { grows }, () => {
      log.push(`${name} begins`);
      return new Promise<string>((resolve, reject) => {
        ends.set(name, (error) => {
          log.push(`${name} ends`);
          if (error) reject(error);
          else resolve(name);
        });
      });
    });
  return { log, make, end: (name: string, error?: Error) => ends.get(name)!(error) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("changes of one swarm are made one at a time, and tell their result", async () => {
  const { log, make, end } = changes();
  const results = [make("one", "a", false), make("one", "b", false)];
  expect(log).toEqual(["a begins"]);
  end("a");
  await settled();
  expect(log).toEqual(["a begins", "a ends", "b begins"]);
  end("b");
  expect(await Promise.all(results)).toEqual(["a", "b"]);
});

test("swarms do not wait for each other", async () => {
  const { log, make, end } = changes();
  const results = [make("one", "a", false), make("two", "b", false)];
  expect(log).toEqual(["a begins", "b begins"]);
  end("a");
  end("b");
  await Promise.all(results);
});

test("what adds a manager goes before what takes one away", async () => {
  const { log, make, end } = changes();
  const results = [make("one", "a", false), make("one", "shrinks", false), make("one", "grows", true)];
  end("a");
  await settled();
  end("grows");
  await settled();
  end("shrinks");
  await Promise.all(results);
  expect(log.filter((line) => line.endsWith("begins"))).toEqual(["a begins", "grows begins", "shrinks begins"]);
});

test("a change that fails keeps none of the others from being made", async () => {
  const { make, end } = changes();
  const fails = make("one", "a", false);
  const works = make("one", "b", false);
  end("a", new Error("no"));
  await expect(fails).rejects.toThrow("no");
  await settled();
  end("b");
  expect(await works).toBe("b");
});
