import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readEnvFile } from "../../../../constructs/compose/interpolate/env-file";
import { Problems } from "../../../../constructs/compose/problems/problem";
import { Source } from "../../../../constructs/compose/source/source";
import { envFiles as differences } from "../differences";
import type { Answer, EnvFileGiven } from "../reference/ask";
import { caller } from "../reference/env-files";

/** What Compose's own library makes of env files; `reference/record.ts` writes it down. */
const recorded: readonly (EnvFileGiven & Answer)[] = JSON.parse(
  readFileSync(join(__dirname, "../reference/fixtures/env-files.json"), "utf8"),
);

/** The variables of a file, undefined where it is refused. */
function read({ text, format }: EnvFileGiven): Record<string, string> | undefined {
  const problems = new Problems();
  const variables = new Map<string, string>();
  const lookup = (name: string) => (Object.hasOwn(caller, name) ? caller[name] : undefined);
  readEnvFile(variables, new Source(".env", text, "/"), { lookup, problems, format });
  return problems.errors.length > 0 ? undefined : Object.fromEntries(variables);
}

const other = recorded.flatMap(({ text, format, reads, refuses }) => {
  const ours = read({ text, format });
  return isDeepStrictEqual(ours, reads) ? [] : [{ text, format, ours, reads, refuses }];
});

test("env files have the variables that Compose reads in them, or are refused where it refuses them", () => {
  expect(other.filter(({ text }) => !differences.some(({ has }) => has.test(text)))).toEqual([]);
});

test.each(differences)("a difference that there is: $why", ({ has }) => {
  expect(other.filter(({ text }) => has.test(text))).not.toEqual([]);
});
