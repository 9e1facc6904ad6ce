import type { Fields } from "../schema";
import type { Named } from "./names";

/** A resource or data source of the provider, as far as classes are made of it. */
export interface Source extends Named {
  readonly doc: string;
  readonly schema: Fields;
  readonly isImportable: boolean;
}

/** What every written file begins with. */
export const header = "// Written by `npm run bindings` from the provider's schema: change it there.";

/** A file's text, its parts apart by an empty line. */
export const fileOf = (...parts: readonly string[]): string =>
  `${[header, ...parts].filter((part) => part !== "").join("\n\n")}\n`;

/** Both methods by which cdktf asks a class for its attributes. */
export const synthesis = (held: string, isAdded: boolean): string =>
  (
    [
      ["synthesizeAttributes", "attributesOf"],
      ["synthesizeHclAttributes", "hclAttributesOf"],
    ] as const
  )
    .map(
      ([method, write]) => `  protected override ${method}(): { [name: string]: unknown } {
    return ${write}(attributes, this.${held}${isAdded ? `, super.${method}()` : ""});
  }`,
    )
    .join("\n\n");
