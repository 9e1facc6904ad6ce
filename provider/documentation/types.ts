import { communityTypes } from "../bindings/community";
import { address, type Named } from "../bindings/names";
import type { AnyFunction } from "../schema";
import { differences, notCarried } from "./differences";

/** What a page is of, beside a function. */
interface Typed {
  readonly kind: Named["kind"] | "ephemeral";
  readonly type: string;
}

interface Listed extends Typed {
  readonly doc: string;
}

const folders = { resource: "resources", data: "data-sources", ephemeral: "ephemeral-resources" } as const;

/** Where a type's page is, from `docs/provider`. */
export const pathOf = ({ kind, type }: Typed): string => `${folders[kind]}/${type}.md`;

export const functionPath = (name: string): string => `functions/${name}.md`;

/** A type a row: its page, what it is, and how it stands to the community provider's. */
export function typeTable(types: readonly Listed[]): string {
  const community = communityTypes();
  const rows = types.map((each) => {
    const { kind, type } = each;
    const name = kind === "ephemeral" ? `ephemeral.${type}` : address({ kind, type });
    const isNew = !community.has(name);
    const count = differences.filter(({ type }) => type === name).length;
    return [
      `[${each.type}](${pathOf(each)})`,
      firstSentence(each.doc),
      isNew ? "new" : count === 0 ? "the same" : "differs",
    ];
  });
  return [["type", "", "beside the community's"], ["---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** What the community provider has and this one does not, a line each. */
export const absentTypes = (): string =>
  Object.entries(notCarried)
    .map(([type, why]) => `- no \`${type}\`: ${why}`)
    .join("\n");

/** A function a row: its page, and what it gives. */
export const functionTable = (functions: readonly Pick<AnyFunction, "name" | "summary">[]): string =>
  [
    ["function", ""],
    ["---", "---"],
    ...functions.map(({ name, summary }) => [`[${name}](${functionPath(name)})`, summary]),
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const firstSentence = (doc: string): string => /^.*?(?:\.(?= |$)|$)/.exec(doc)![0];
