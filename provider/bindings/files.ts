import { join } from "node:path";
import { provider } from "../docker";
import { additions } from "./additions";
import { communityTypes } from "./community";
import { address, fileName } from "./names";
import { fileOf, type Source } from "./source";
import { subclass } from "./subclass";
import { wholeClass } from "./whole-class";

/** Where the classes are. */
export const folder = join(__dirname, "../../constructs/bindings");

/** Every file by its name in `constructs/bindings`. */
export function files(): ReadonlyMap<string, string> {
  const community = communityTypes();
  const byType = (one: { readonly type: string }, other: { readonly type: string }) => (one.type < other.type ? -1 : 1);
  const sources: Source[] = [
    ...[...provider.resources]
      .sort(byType)
      .map((each) => ({ ...each, kind: "resource" as const, isImportable: Boolean(each.import) })),
    ...provider.dataSources.map((each) => ({ ...each, kind: "data" as const, isImportable: false })),
  ];
  const classes = sources.flatMap((source): [string, string][] => {
    const known = community.get(address(source));
    return known ? subclass(source, known) : [[fileName(source), wholeClass(source)]];
  });
  return new Map([
    ...classes,
    ["additions.ts", additions(sources, community)],
    [
      "index.ts",
      fileOf(
        classes
          .map(([name]) => `export * from "./${name.replace(".ts", "")}";`)
          .sort()
          .join("\n"),
      ),
    ],
  ]);
}
