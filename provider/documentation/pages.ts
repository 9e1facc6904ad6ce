import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { provider } from "../docker";
import { page } from "./page";

/** Where the pages are, and the examples that they show. */
export const folder = join(__dirname, "../../docs/provider");

/** Every page by its path below `docs/provider`. */
export function pages(): ReadonlyMap<string, string> {
  const { schema, doc, resources, dataSources } = provider;
  return new Map([
    ["index.md", page({ title: "docker-stages' Docker provider", doc, schema, example: exampleOf("provider") })],
    ...resources.map((resource): [string, string] => [
      `resources/${resource.type}.md`,
      page({
        ...resource,
        title: `Resource ${resource.type}`,
        example: exampleOf(resource.type),
        importable: Boolean(resource.import),
      }),
    ]),
    ...dataSources.map((source): [string, string] => [
      `data-sources/${source.type}.md`,
      page({ ...source, title: `Data source ${source.type}`, example: exampleOf(`data_${source.type}`) }),
    ]),
  ]);
}

function exampleOf(name: string): string | undefined {
  const file = join(folder, "examples", `${name}.tf`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
