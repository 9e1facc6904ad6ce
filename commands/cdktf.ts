import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkout } from "./checkout";
import { LabProblem } from "./problem";

const program = join(checkout, "node_modules/cdktf-cli/bundle/bin/cdktf");

/** No version server is asked, and no plugin cache in the home folder is used. */
const quiet = { DISABLE_VERSION_CHECK: "1", CHECKPOINT_DISABLE: "1", CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1" };

/**
 * Runs cdktf to its end. Ctrl-C reaches it and what it runs by itself (one process group): ./lab waits until Terraform
 * has put its state away. A SIGTERM to ./lab alone is passed on.
 *
 * @throws LabProblem `cdktf-failed`
 */
export async function cdktf(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: checkout,
    env: { ...process.env, ...quiet, ...env },
    stdio: "inherit",
  });
  const wait = () => {};
  const passOn = () => child.kill("SIGTERM");
  process.on("SIGINT", wait).on("SIGTERM", passOn);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on("error", reject).on("close", (exitCode) => resolve(exitCode ?? 130));
    });
    if (code !== 0) throw LabProblem.of("cdktf-failed", { command: `cdktf ${args.join(" ")}`, code });
  } finally {
    process.off("SIGINT", wait).off("SIGTERM", passOn);
  }
}
