import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Temporary files of a run's tests lie in a folder of its own and go with it: cdktf makes one for many an app, and
 * removes none. Its name is short, since a socket's path has to fit in, and another user may pass through it, as through
 * the folder that it stands in for.
 */
export default function useTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), "unit-"));
  chmodSync(folder, 0o711);
  process.env["TMPDIR"] = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}
