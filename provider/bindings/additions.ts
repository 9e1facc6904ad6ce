import { own } from "../../foreign/own";
import type { Fields } from "../schema";
import type { CommunityField } from "./community";
import { isArgument } from "./model";
import { address } from "./names";
import { fileOf, type Source } from "./source";

type Known = ReadonlyMap<string, CommunityField>;

/** Facts of what the community provider refuses: whole types, arguments, and arguments that it takes but one by one. */
export function additions(sources: readonly Source[], community: ReadonlyMap<string, Known>): string {
  const carried = sources.flatMap((source) => {
    const known = community.get(address(source));
    return known ? [{ source, known }] : [];
  });
  const own = sources.filter((source) => !community.has(address(source))).map(address);
  return fileOf(
    `/** Types that kreuzwerker/docker 3.6.2 lacks. */
export const ownTypes: ReadonlySet<string> = new Set([
${own.map((type) => `  "${type}",`).join("\n")}
]);`,
    table(
      "ownArguments",
      "string[]",
      "Arguments and blocks that it lacks of types that it has, blocks joined by dots.",
      carried.map(({ source, known }) => [address(source), added(source.schema, known).map((path) => `"${path}"`)]),
    ),
    table(
      "ownPairs",
      "(readonly [string, string])[]",
      "Arguments that it refuses beside each other.",
      carried.map(({ source, known }) => [address(source), pairs(source.schema, known)]),
    ),
  );
}

const table = (name: string, row: string, doc: string, rows: readonly (readonly [string, readonly string[]])[]) =>
  `/** ${doc} */
export const ${name}: Readonly<Record<string, readonly ${row}>> = {
${rows
  .filter(([, all]) => all.length > 0)
  .map(([type, all]) => `  ${JSON.stringify(type)}: [\n${all.map((each) => `    ${each},`).join("\n")}\n  ],`)
  .join("\n")}
};`;

/** Without what is inside a new block. */
const added = (fields: Fields, known: Known, above = ""): string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const path = above + name;
    if (!known.has(path)) return isArgument(field) ? [path] : [];
    return field.kind === "block" ? added(field.fields, known, `${path}.`) : [];
  });

/** Each pair once, unless ours refuses it by its own schema. */
function pairs(fields: Fields, known: Known): string[] {
  const found = [...known].flatMap(([path, { conflicts }]) =>
    conflicts.filter((other) => !refuses(fields, path, other)).map((other) => [path, other].sort()),
  );
  return [...new Set(found.map(([one, other]) => `["${one}", "${other}"]`))];
}

/** Whether ours refuses the two itself, in the one's block or in the other's. */
const refuses = (fields: Fields, path: string, other: string): boolean =>
  conflictsAt(fields, path).includes(other) || conflictsAt(fields, other).includes(path);

/** What the field at the path conflicts with, as paths. */
function conflictsAt(fields: Fields, path: string): string[] {
  const [name = "", ...rest] = path.split(".");
  const field = own(fields, name);
  if (rest.length === 0) return [...(field?.options.conflictsWith ?? [])];
  return field?.kind === "block" ? conflictsAt(field.fields, rest.join(".")).map((other) => `${name}.${other}`) : [];
}
