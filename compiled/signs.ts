import { said } from "../languages/said";
import { compile } from "./compile";

/** Milliseconds between two signs that something goes on. */
const SIGN_MS = 1000;

const compiling = said("compiling what changed", "compilando lo que cambió");

/** Compiles a program, and tells somebody who sits at a terminal that this goes on. */
export async function compileUnderSigns(...program: Parameters<typeof compile>): ReturnType<typeof compile> {
  if (!process.stderr.isTTY) return compile(...program);
  process.stderr.write(`· ${compiling()}`);
  const ticker = setInterval(() => process.stderr.write("."), SIGN_MS);
  try {
    return await compile(...program);
  } finally {
    clearInterval(ticker);
    process.stderr.write("\n");
  }
}
