import { own } from "../../../foreign/own";
import { readEnvFile } from "../interpolate/env-file";
import type { Lookup } from "../interpolate/template";
import type { Problems } from "../problems/problem";
import type { Source } from "../source/source";

/** The variables that a file's texts take: the caller's win over an .env file's, a parent's over an included file's. */
export interface Environment {
  readonly lookup: Lookup;
}

export const environmentOf = (variables: Readonly<Record<string, string>>): Environment => ({
  lookup: (name) => own(variables, name),
});

/** An environment with the variables of .env files under its own; of two files, the later wins. */
export function withEnvFiles(outer: Environment, files: readonly Source[], problems: Problems): Environment {
  if (files.length === 0) return outer;
  const known = new Map<string, string>();
  const lookup: Lookup = (name) => outer.lookup(name) ?? known.get(name);
  for (const file of files) readEnvFile(known, file, { lookup, problems });
  return { lookup };
}
