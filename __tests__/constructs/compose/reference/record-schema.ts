/**
 * Records all keys that the Compose Specification's schema names, with the forms that it gives them, as it lies in
 * compose-go's module (version in go.mod). Needs Go.
 *
 *     npx tsx __tests__/constructs/compose/reference/record-schema.ts
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keysOf } from "./schema-keys";

const go = (...args: readonly string[]): string =>
  execFileSync("go", args, { cwd: __dirname, encoding: "utf8" }).trim();

go("mod", "download", "github.com/compose-spec/compose-go/v2");
const folder = go("list", "-m", "-f", "{{.Dir}}", "github.com/compose-spec/compose-go/v2");
const schema = JSON.parse(readFileSync(join(folder, "schema/compose-spec.json"), "utf8"));
const rows = keysOf(schema).map(({ path, forms, required }) =>
  [path, forms.join(" | "), ...(required ? ["required"] : [])].join("\t"),
);
writeFileSync(join(__dirname, "fixtures/compose-keys.tsv"), `${["path\tforms\tmore", ...rows].join("\n")}\n`);
