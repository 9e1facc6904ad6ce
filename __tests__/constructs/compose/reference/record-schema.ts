/**
 * Records the paths of all keys that the Compose Specification's schema names, as it lies in compose-go's module (version
 * in go.mod). Needs Go.
 *
 *     npx tsx __tests__/constructs/compose/reference/record-schema.ts
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathsOf } from "./schema-paths";

const go = (...args: readonly string[]): string =>
  execFileSync("go", args, { cwd: __dirname, encoding: "utf8" }).trim();

go("mod", "download", "github.com/compose-spec/compose-go/v2");
const folder = go("list", "-m", "-f", "{{.Dir}}", "github.com/compose-spec/compose-go/v2");
const schema = JSON.parse(readFileSync(join(folder, "schema/compose-spec.json"), "utf8"));
writeFileSync(join(__dirname, "fixtures/schema-paths.txt"), `${pathsOf(schema).join("\n")}\n`);
