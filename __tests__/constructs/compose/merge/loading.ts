import { load } from "../../../../constructs/compose/merge/load";
import { selectProfiles } from "../../../../constructs/compose/merge/profiles";
import { memory } from "../../../../constructs/compose/source/files";
import { plain } from "../../../../constructs/compose/source/node";
import { reporting } from "../problem-lines";

export interface Given {
  readonly variables?: Record<string, string>;
  readonly profiles?: readonly string[];
  readonly envFiles?: readonly string[];
  readonly directory?: string;
}

/** Loads `compose.yml`, or the named files, from files in memory under `/p/`. */
export const loadFiles = (
  contents: Readonly<Record<string, string>>,
  names: readonly string[] = ["compose.yml"],
  { variables = {}, profiles = [], envFiles, directory = "/p" }: Given = {},
) =>
  reporting((problems) => {
    const files = memory(Object.fromEntries(Object.entries(contents).map(([name, text]) => [`/p/${name}`, text])));
    const loaded = load(
      {
        paths: names.map((name) => `/p/${name}`),
        directory,
        variables,
        envFiles: envFiles?.map((name) => `/p/${name}`),
        files,
        show: (path) => path.replace(/^\/p\//, ""),
      },
      problems,
    );
    return loaded && (plain(selectProfiles(loaded.root, profiles).root) as Record<string, unknown>);
  });

/** What two service fragments become as one. */
export const mergeServices = (first: string, second: string): unknown => {
  const service = (body: string) => `services:\n  web:\n${body.replaceAll(/^/gm, "    ")}\n`;
  const { result, reported } = loadFiles({ "a.yml": service(first), "b.yml": service(second) }, ["a.yml", "b.yml"]);
  expect(reported).toEqual([]);
  return (result as { services: { web: unknown } }).services.web;
};
