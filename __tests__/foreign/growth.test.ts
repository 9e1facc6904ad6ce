import { only } from "../../build-context";
import { readEnvFile } from "../../constructs/compose/interpolate/env-file";
import { readInclusions } from "../../constructs/compose/merge/include";
import { Problems } from "../../constructs/compose/problems/problem";
import { read } from "../../constructs/compose/read/read";
import { Source } from "../../constructs/compose/source/source";
import { readDuration } from "../../formats/duration";
import { missingArguments, parseDockerfile } from "../../provider/buildkit";
import { LineLog } from "../../provider/buildkit/line-log";
import { equal } from "../../provider/schema/equal";
import { tryCompileText } from "../constructs/compose/compile-text";

/** How much longer the larger of two inputs is. */
const FACTOR = 8;
/** Between the growth of what is read once (FACTOR) and of what is read again for each of its parts (its square). */
const MOST = FACTOR ** 1.6;

/** Processor time of a run, in microseconds: what else the machine does counts little, and the least of three less. */
function cost(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

/**
 * How much more the large input costs than the small one. What else the machine does may make it look worse by chance
 * (collections of garbage, a cold cache), and not three times: a square is one each time.
 */
function growth(small: () => unknown, large: () => unknown): number {
  const ratios: number[] = [];
  do ratios.push(cost(large) / Math.max(cost(small), 1));
  while (ratios.at(-1)! >= MOST && ratios.length < 3);
  return ratios.at(-1)!;
}

const each = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("");

/** What reads text of others', for an input of a size. The sizes are such that the small one takes some milliseconds. */
const readers: readonly {
  readonly what: string;
  readonly size: number;
  readonly of: (size: number) => () => unknown;
}[] = [
  {
    what: "a Compose file whose services are on networks that nobody declared",
    size: 125,
    of: (size) => {
      const declared = `networks: {${each(size, (i) => `known-network-${i}: {}, `)}}`;
      const text = `services: {${each(size, (i) => `s${i}: {image: a, networks: [unknown-network-${i}]}, `)}}\n${declared}`;
      return () => tryCompileText(text);
    },
  },
  {
    what: "a Compose file whose lists go on in the column of their key",
    size: 1000,
    of: (size) => {
      const text = `services:\n${each(size, (i) => `  s${i}:\n    command: [\n  a,\n# ]\n  'b\nc'\n    ]\n`)}`;
      return () => read(new Source("f", text, "/"), new Problems());
    },
  },
  {
    what: "an env file whose quotes are not what they seem",
    size: 1000,
    of: (size) => {
      const source = new Source(
        ".env",
        each(size, (i) => `A${i}='\\'\nB${i}="$A${i} \\"\n`),
        "/",
      );
      const options = () => ({ lookup: () => undefined, problems: new Problems() });
      return () => readEnvFile(new Map(), source, options());
    },
  },
  {
    what: "a list of included files that are none",
    size: 2000,
    of: (size) => {
      const problems = new Problems();
      const [root] = read(new Source("f", `include: [${each(size, () => "[], ")}]`, "/"), problems);
      return () => readInclusions(root!, new Problems());
    },
  },
  {
    what: "a Dockerfile with heredocs that do not end",
    size: 500,
    of: (size) => {
      const text = each(size, (i) => `RUN <<E${i}\n`);
      return () => parseDockerfile(text);
    },
  },
  {
    what: "an argument with quotes that do not end",
    size: 2000,
    of: (size) => {
      const instructions = parseDockerfile(`ARG A="${each(size, () => '\\"')}`);
      return () => missingArguments(instructions, {});
    },
  },
  {
    what: "a build step that ends no line",
    size: 2000,
    of: (size) => () => {
      const log = new LineLog();
      const bytes = Buffer.from(`${"#".repeat(40)}\r`);
      for (let i = 0; i < size; i++) log.add(bytes);
      return log.end();
    },
  },
  {
    what: "the files of a build that are asked for one by one",
    size: 250,
    of: (size) => {
      const paths = Array.from({ length: size }, (_, i) => `a/b/${i}`);
      return () => {
        const filter = only(paths);
        return paths.filter((path) => filter.includes(path)).length;
      };
    },
  },
  {
    what: "two equal sets",
    size: 500,
    of: (size) => {
      const set = Array.from({ length: size }, (_, i) => `item ${i}`);
      return () => equal(["set", "string"], set, [...set]);
    },
  },
];

test.each(readers)("$what: the time grows with the length, not with its square", ({ size, of }) => {
  const [small, large] = [of(size), of(FACTOR * size)];
  expect(growth(small, large)).toBeLessThan(MOST);
});

test.each([
  ["a duration of many digits", (n: number) => readDuration(`${"11m".repeat(n)}x`)],
  ["an argument of escapes", (n: number) => missingArguments(parseDockerfile(`ARG A="${"\\a".repeat(n)}`), {})],
])("%s: the time does not double with each character", (_, run) => {
  expect(
    cost(() => run(24)) /
      Math.max(
        cost(() => run(12)),
        1000,
      ),
  ).toBeLessThan(MOST);
});
