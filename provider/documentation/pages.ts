import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { provider } from "../docker";
import { differencesPage } from "./differences";
import { indexPage } from "./index-page";
import { functionPage, page } from "./page";
import { functionPath, pathOf } from "./types";

/** Where the pages are, and the examples that they show. */
export const folder = join(__dirname, "../../docs/provider");

/** Every page by its path below `docs/provider`. */
export function pages(): ReadonlyMap<string, string> {
  const { schema, doc, resources, dataSources, ephemeralResources = [], functions = [] } = provider;
  return new Map([
    ["index.md", indexPage({ doc, schema, resources, dataSources, ephemeralResources, functions, example: exampleOf })],
    ["differences.md", differencesPage()],
    ...resources.map((resource): [string, string] => [
      pathOf({ kind: "resource", type: resource.type }),
      page({
        ...resource,
        title: `Resource ${resource.type}`,
        example: exampleOf(resource.type),
        importable: Boolean(resource.import),
      }),
    ]),
    ...dataSources.map((source): [string, string] => [
      pathOf({ kind: "data", type: source.type }),
      page({ ...source, title: `Data source ${source.type}`, example: exampleOf(`data_${source.type}`) }),
    ]),
    ...ephemeralResources.map((each): [string, string] => [
      pathOf({ kind: "ephemeral", type: each.type }),
      page({ ...each, title: `Ephemeral resource ${each.type}`, example: exampleOf(`ephemeral_${each.type}`) }),
    ]),
    ...functions.map((each): [string, string] => [
      functionPath(each.name),
      functionPage(each, exampleOf(`function_${each.name}`)),
    ]),
  ]);
}

function exampleOf(name: string): string | undefined {
  const file = join(folder, "examples", `${name}.tf`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
