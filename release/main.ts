/** Makes a release: `npm run release -- patch|minor|major|X.Y.Z [--dry-run]`. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { complain } from "../commands/terminal";
import { CommandError } from "../offline/command";
import { release } from "./release";

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "dry-run": { type: "boolean", default: false } },
  });
  const [wanted] = positionals;
  const folder = join(__dirname, "..");
  // npm takes an option for its own that stands before `--`, and passes it on in this way.
  const dryRun = values["dry-run"] || process.env["npm_config_dry_run"] === "true";
  const { refusals, lines } = await release({ folder, wanted, dryRun });
  for (const { message } of refusals) complain(message);
  for (const line of lines) console.log(line);
  if (refusals.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  if (!(error instanceof CommandError)) throw error;
  complain(`nothing was released: ${error.message}`);
  process.exitCode = 1;
});
