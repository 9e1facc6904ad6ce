import { dirname } from "node:path";
import { type BuildFailure, type BuildOptions, buildSync } from "esbuild";

/**
 * A module and all it imports as one CommonJS file. Modules behind a `require` inside a function are in it too, and run
 * when that is called.
 *
 * @param entry absolute path of a TypeScript file
 * @param shebang first line, for a file that is executed
 */
export function bundle(entry: string, shebang?: string): Uint8Array {
  const { outputFiles } = build({
    entryPoints: [entry],
    absWorkingDir: dirname(entry),
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    // Names are kept: a stack in somebody's log is worth more than the last 50 kB.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    banner: shebang ? { js: shebang } : {},
    // The checkout's own settings (and those of folders above it) are none of the bundle's business.
    tsconfigRaw: "{}",
    // Asked for by parts of grpc-js that describe a server to the outside (channelz, ORCA), which are not used.
    external: ["@grpc/proto-loader"],
    logLevel: "silent",
  });
  return outputFiles![0]!.contents;
}

/** esbuild's error says all in its message, and prints it three times over. */
function build(options: BuildOptions) {
  try {
    return buildSync(options);
  } catch (error) {
    throw new Error(`the provider cannot be built: ${(error as BuildFailure).message}`);
  }
}
