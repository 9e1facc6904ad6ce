import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { composeKeys } from "./compose-keys";
import { pictures } from "./pictures/pictures";
import { withTables } from "./props/page";
import { PropsError, propsOf, toolkit, type Wanted } from "./props/prop";
import { supportedVersions } from "./supported-versions";

export const checkout = join(__dirname, "..");

/** Every page that is written here, or in part, by its path in the checkout. @throws PropsError with all that is wrong */
export function pages(): ReadonlyMap<string, string> {
  const sources = toolkit(checkout);
  const problems: string[] = [];
  const props = (wanted: Wanted) => {
    try {
      return propsOf(wanted, sources);
    } catch (error) {
      if (!(error instanceof PropsError)) throw error;
      problems.push(error.message);
      return [];
    }
  };
  const written = guides().map((path): [string, string] => [
    path,
    withTables(readFileSync(join(checkout, path), "utf8"), props),
  ]);
  if (problems.length > 0) throw new PropsError([...new Set(problems)]);
  return new Map([
    ...written,
    ["docs/compose.md", composeKeys()],
    ["docs/supported-versions.md", supportedVersions(checkout)],
    ...pictures(checkout),
  ]);
}

/** The pages of constructs. */
export const guides = (): string[] =>
  readdirSync(join(checkout, "docs/constructs")).map((name) => `docs/constructs/${name}`);
