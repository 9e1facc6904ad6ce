import { printable } from "../foreign/printable";
import { sweepTemporary } from "../provider/temporary";
import { makeReady } from "./setup/ready";
import { stages } from "./stages";
import { checkLine } from "./terminal";
import { type Counts, closingLine, total } from "./test/counts";
import { guards, runGuard } from "./test/guards";
import { runJest } from "./test/jest";
import { makeTestProgramsReady } from "./test/packages";

/**
 * Runs every check and test of this repository, having brought up what they need, and closes with one line of counts.
 * Exit code 1 where anything failed.
 */
export async function test(options: { readonly install: boolean }): Promise<void> {
  await sweepTemporary();
  await makeTestProgramsReady(options);
  const { engine, env } = await makeReady(stages, options);
  engine.close();
  const counts: Counts[] = [];
  for (const guard of guards) {
    const complaint = await runGuard(guard);
    console.log(checkLine(complaint === undefined, guard.name));
    if (complaint !== undefined) console.log(printable(complaint));
    counts.push({ passed: complaint === undefined ? 1 : 0, failed: complaint === undefined ? 0 : 1, skipped: 0 });
  }
  for (const project of ["unit", "e2e"] as const) counts.push(await runJest(project, env));
  const sum = total(counts);
  if (sum.failed > 0 || sum.passed === 0) process.exitCode = 1;
  console.log(closingLine(sum));
}
