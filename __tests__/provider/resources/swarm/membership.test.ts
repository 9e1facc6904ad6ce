import { type ChangeKind, inTurn } from "../../../../provider/resources/swarm/membership";

/** A change that ends when it is told to, and what has begun and ended so far. */
function changes() {
  const log: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const make = (swarm: string, name: string, kind: ChangeKind = "takes") =>
    inTurn(swarm, kind, () => {
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
  const results = [make("one", "a"), make("one", "b")];
  expect(log).toEqual(["a begins"]);
  end("a");
  await settled();
  expect(log).toEqual(["a begins", "a ends", "b begins"]);
  end("b");
  expect(await Promise.all(results)).toEqual(["a", "b"]);
});

test("swarms do not wait for each other", async () => {
  const { log, make, end } = changes();
  const results = [make("one", "a"), make("two", "b")];
  expect(log).toEqual(["a begins", "b begins"]);
  end("a");
  end("b");
  await Promise.all(results);
});

test("what adds a manager goes before what takes one away, and the leader goes last", async () => {
  const { log, make, end } = changes();
  const names = ["leader", "takes", "adds"] as const;
  const kinds = { leader: "takes-leader", takes: "takes", adds: "adds" } as const;
  const results = [make("one", "a"), ...names.map((name) => make("one", name, kinds[name]))];
  for (const name of ["a", "adds", "takes", "leader"]) {
    end(name);
    await settled();
  }
  await Promise.all(results);
  expect(log.filter((line) => line.endsWith("begins"))).toEqual([
    "a begins",
    "adds begins",
    "takes begins",
    "leader begins",
  ]);
});

test("a change that fails keeps none of the others from being made", async () => {
  const { make, end } = changes();
  const fails = make("one", "a");
  const works = make("one", "b");
  end("a", new Error("no"));
  await expect(fails).rejects.toThrow("no");
  await settled();
  end("b");
  expect(await works).toBe("b");
});
