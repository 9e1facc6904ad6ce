import { communityTypes } from "../bindings/community";
import { address, type Named } from "../bindings/names";
import { differences, notCarried } from "./differences";

interface Listed extends Named {
  readonly doc: string;
}

/** Where a type's page is, from `docs/provider`. */
export const pathOf = ({ kind, type }: Named): string => `${kind === "data" ? "data-sources" : "resources"}/${type}.md`;

/** A type a row: its page, what it is, and how it stands to the community provider's. */
export function typeTable(types: readonly Listed[]): string {
  const community = communityTypes();
  const rows = types.map((each) => {
    const isNew = !community.has(address(each));
    const count = differences.filter(({ type }) => type === address(each)).length;
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

const firstSentence = (doc: string): string => /^.*?(?:\.(?= |$)|$)/.exec(doc)![0];
