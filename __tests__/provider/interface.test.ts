import { provider } from "../../provider/docker";
import { type Aspect, type Difference, differences, notCarried } from "../../provider/documentation/differences";
import { validateConfig } from "../../provider/schema/operations";
import { complete } from "../../provider/schema/plan/conform";
import type { Facts, Type } from "./interface/facts";
import { ourTypes } from "./interface/ours";
import { theirTypes } from "./interface/theirs";

/** On every type, whatever its interface. */
const everywhere = new Set(["id", "engine"]);

const theirs = theirTypes();
const ours = ourTypes();
const carried = [...theirs.keys()].filter((type) => ours.has(type));

test("every type of 3.6.2 is there", () => {
  expect([...theirs.keys()].filter((type) => !ours.has(type))).toEqual([]);
});

test.each(Object.keys(notCarried))(
  "%s, which is listed as not carried, says what replaces it, whatever is asked",
  (type) => {
    const resource = provider.resources.find((each) => each.type === type)!;
    const asked = complete(resource.schema, {});
    expect(validateConfig(resource, asked)).toMatchObject([
      {
        severity: "error",
        summary: expect.stringContaining(type),
        detail: expect.stringContaining("docker_image.build"),
      },
    ]);
  },
);

describe.each(carried)("%s", (type) => {
  const [their, our] = [theirs.get(type)!, ours.get(type)!];

  test("has the schema version and the import that 3.6.2 has", () => {
    expect({ version: our.version, importable: our.importable || !their.importable }).toEqual({
      version: their.version,
      importable: true,
    });
  });

  test("differs from 3.6.2 only where it is listed, with the reason", () => {
    const listed = differences.filter((difference) => difference.type === type && difference.aspect !== "meaning");
    expect(found(their, our).sort()).toEqual(listed.map(key).sort());
  });

  test("means something else only where both have the attribute", () => {
    const listed = differences.filter((difference) => difference.type === type && difference.aspect === "meaning");
    expect(listed.filter(({ path }) => !their.paths.has(path) || !our.paths.has(path))).toEqual([]);
  });
});

const key = ({ path, aspect }: Pick<Difference, "path" | "aspect">): string => `${path}: ${aspect}`;

/** Every difference that there is. */
function found(their: Type, our: Type): string[] {
  const absent = topmost([...their.paths.keys()].filter((path) => !our.paths.has(path)));
  const added = topmost([...our.paths.keys()].filter((path) => !their.paths.has(path) && !everywhere.has(path)));
  const both = [...their.paths].filter(([path]) => our.paths.has(path));
  const aspects = both.flatMap(([path, facts]) =>
    differing(facts, our.paths.get(path)!).map((aspect) => key({ path, aspect })),
  );
  return [
    ...absent.map((path) => key({ path, aspect: "absent" })),
    ...added.map((path) => key({ path, aspect: "added" })),
    ...aspects,
  ];
}

/** Without what is below another one. */
const topmost = (paths: readonly string[]): string[] =>
  paths.filter((path) => !paths.some((above) => path.startsWith(`${above}.`)));

const aspects = ["value", "presence", "computed", "forceNew", "sensitive", "default", "max"] as const;

function differing(their: Facts, our: Facts): Aspect[] {
  if (our.member) return their.value === our.value ? [] : ["value"];
  const lacks: { readonly [A in Aspect]?: boolean } = {
    conflicts: their.conflicts.some((other) => !our.conflicts.includes(other)),
    validated: their.validated && !our.validated,
    suppressed: their.suppressed && !our.suppressed,
  };
  const less = (["conflicts", "validated", "suppressed"] as const).filter((aspect) => lacks[aspect]);
  const differ = aspects.filter((aspect) => their[aspect] !== our[aspect]);
  // What is computed alone is never asked for: nothing of it can replace.
  const isAsked = our.presence !== "";
  return [...differ.filter((aspect) => isAsked || aspect !== "forceNew"), ...less];
}
