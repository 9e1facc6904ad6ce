import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functions } from "../../../provider/functions";
import { FunctionProblem } from "../../../provider/schema";
import asGoReads from "../../formats/reference/durations.json";

/** What the Docker client makes of names of images; undefined for what it refuses. */
const images: readonly { readonly text: string; readonly reads?: string }[] = JSON.parse(
  readFileSync(join(__dirname, "../../constructs/compose/reference/fixtures/images.json"), "utf8"),
);

/** What the function gives; undefined where it says what is wrong. */
function call(name: string, text: string): unknown {
  try {
    return functions.find((each) => each.name === name)!.call(text);
  } catch (error) {
    if (error instanceof FunctionProblem) return undefined;
    throw error;
  }
}

interface Image {
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** As the Docker client writes it, which adds the tag `latest` where there is neither tag nor digest. */
function familiar({ name, tag, digest }: Image): string {
  const named = tag ?? (digest === undefined ? "latest" : undefined);
  return `${name}${named === undefined ? "" : `:${named}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** Docker Hub by another of its hosts, which to the provider is Docker Hub too. */
const isHub = (text: string): boolean => text.startsWith("registry-1.docker.io/");
const others = images.filter(({ text }) => !isHub(text));

test("names of images are taken apart as the Docker client does", () => {
  const ours = others.map(({ text }) => {
    const parsed = call("parse_image", text) as Image | undefined;
    return { text, reads: parsed && familiar(parsed) };
  });
  expect(ours).toEqual(others.map(({ text, reads }) => ({ text, reads })));
});

test("an image's parts, and one spelling for all of its names", () => {
  const digest = `sha256:${"a1".repeat(32)}`;
  expect(call("parse_image", "alpine")).toEqual({
    registry: "docker.io",
    repository: "library/alpine",
    tag: undefined,
    digest: undefined,
    name: "alpine",
    canonical: "docker.io/library/alpine:latest",
  });
  expect(call("parse_image", `registry.example.com:5000/team/app:v1@${digest}`)).toEqual({
    registry: "registry.example.com:5000",
    repository: "team/app",
    tag: "v1",
    digest,
    name: "registry.example.com:5000/team/app",
    canonical: `registry.example.com:5000/team/app:v1@${digest}`,
  });
});

test("durations are read as Go reads them, in seconds", () => {
  const ours = asGoReads.map(([text]) => [text, call("parse_duration", text as string)]);
  const wanted = asGoReads.map(([text, nanoseconds]) => [
    text,
    nanoseconds === undefined ? undefined : (nanoseconds as number) / 1e9,
  ]);
  expect(ours).toEqual(wanted);
});

test.each([
  ["512m", 536_870_912],
  ["1.5g", 1_610_612_736],
  ["1KiB", 1024],
  ["100", 100],
  ["1x", undefined],
  ["9999999999p", undefined],
])("the size %s is %s bytes", (text, bytes) => {
  expect(call("parse_size", text)).toBe(bytes);
});

test.each([
  ["parse_image", "Alpine", '"Alpine" has capital letters; names of images are lower-case: `alpine`'],
  ["parse_duration", "90", '"90" is no duration; write numbers with units (ns, us, ms, s, m, h), like "1m30s"'],
  ["parse_size", "big", /^"big" is no size; write a number with one of the units b, k, m, g, t, p, like "512m"/],
])("%s says what is wrong with %s, and what helps", (name, text, message) => {
  expect(() => functions.find((each) => each.name === name)!.call(text)).toThrow(message);
});
