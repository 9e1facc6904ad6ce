import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keptFile } from "../plugin/tfplugin6/handled-calls";
import type { HandledCall } from "../plugin/tfplugin6/handlers";
import type { ZippedFile } from "./archive";

/** Run by Node.js on a provider's file: prints what is kept of its answers, in base64. */
const ASK = `require(process.argv[1]).kept().then((answers) =>
  process.stdout.write(JSON.stringify(answers.map(([call, answer]) => [call, Buffer.from(answer).toString("base64")]))))`;
const OUTPUT_BYTES = 64 * 1024 * 1024;

/** The answers that a bundled provider gives to every caller alike, as files; none of one that does not load: it says so itself. */
export function keptAnswers(provider: Uint8Array): ZippedFile[] {
  const folder = mkdtempSync(join(tmpdir(), "docker-stages-build-"));
  try {
    const file = join(folder, "provider.cjs");
    writeFileSync(file, provider);
    const { stdout, status } = spawnSync(process.execPath, ["-e", ASK, file], { maxBuffer: OUTPUT_BYTES });
    if (status !== 0) return [];
    const answers = JSON.parse(stdout.toString()) as readonly (readonly [HandledCall, string])[];
    return answers.map(([call, answer]) => ({ name: keptFile(call), content: Buffer.from(answer, "base64") }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
