import { LabProblem } from "../problem";

/**
 * Plain `npx cdktf` runs Terraform under a terminal, by a library that is compiled for each platform. package.json has another than
 * cdktf asks for, with the same interface: cdktf's own is not built for any Node after 22.
 *
 * @throws LabProblem `pty-missing` where it is not there for this one
 */
export function checkPty(): void {
  const print = console.error;
  // The library prints what it throws.
  console.error = () => {};
  try {
    const cdktf = require.resolve("cdktf-cli/package.json");
    require(require.resolve("@cdktf/node-pty-prebuilt-multiarch", { paths: [cdktf] }));
  } catch (error) {
    const reason = (error as Error).message.split("\n")[0]!;
    throw LabProblem.of("pty-missing", { node: process.versions.node, reason });
  } finally {
    console.error = print;
  }
}
