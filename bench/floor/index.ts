import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ProviderBundle, readProviderBundle } from "../../constructs/engine/provider-bundle";
import { buildProvider } from "../../provider/build/build-provider";

/** The provider that does nothing, built by the code that builds the real one. Its folder is the caller's to remove. */
export function floorBundle(): ProviderBundle {
  const folder = mkdtempSync(join(tmpdir(), "docker-stages-floor-"));
  buildProvider({ entry: join(__dirname, "main.ts"), source: "docker-stages.invalid/bench/floor", folder });
  return readProviderBundle(folder);
}
