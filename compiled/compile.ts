import { readFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { build, type OnLoadResult } from "esbuild";
import { digestOf, type Program } from "./program";

/** What stands for the packages, and what says how it is all put together. */
const OTHER_SOURCES = ["package-lock.json", "compiled/compile.ts"];

const LOADERS = { ".ts": "ts", ".tsx": "tsx", ".json": "json" } as const;

/**
 * A program and all it imports as one script. Modules behind a `require` inside a function are in it too, and run when
 * that is called.
 *
 * @param root the checkout's folder
 * @param entry TypeScript file that runs it, from there
 * @returns it with its source map
 */
export async function compile(root: string, entry: string): Promise<Program & { readonly map: string }> {
  const contents = new Map(OTHER_SOURCES.map((name) => [name, readFileSync(join(root, name))]));
  /** A file as it is told: what is compiled is what its digest is of. */
  const load = (file: string): OnLoadResult => {
    const content = readFileSync(file);
    const name = relative(root, file);
    if (!/(?:^|\/)node_modules\//.test(name)) contents.set(name, content);
    const extension = extname(file);
    return {
      contents: inItsPlace(file, content.toString()),
      loader: LOADERS[extension as keyof typeof LOADERS] ?? "js",
    };
  };
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    // Comments are not run; names are kept, since a stack tells by them, and lines, since Node shows that of an error.
    minifyWhitespace: true,
    lineLimit: 120,
    legalComments: "none",
    outdir: root,
    sourcemap: "external",
    sourcesContent: false,
    // As tsconfig.json has it.
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfigRaw: "{}",
    // They come with programs of the machine's own; and what parts of grpc-js ask for that are not used.
    external: ["esbuild", "@cdktf/node-pty-prebuilt-multiarch", "@grpc/proto-loader"],
    logLevel: "silent",
    plugins: [
      {
        name: "sources",
        setup: ({ onLoad }) => onLoad({ filter: /\.(?:[cm]?js|tsx?|json)$/ }, ({ path }) => load(path)),
      },
    ],
  });
  const sources = [...contents].map(([name, content]) => [name, digestOf(content)] as const);
  const textOf = (extension: string) => outputFiles.find(({ path }) => path.endsWith(extension))!.text;
  return { root, sources: Object.fromEntries(sources), code: textOf(".js"), map: textOf(".map") };
}

/** A module that asks where it stands is told, wherever what it has become a part of lies. */
function inItsPlace(file: string, code: string): string {
  if (!/\b__(?:dir|file)name\b/.test(code)) return code;
  const places = `var __dirname = ${JSON.stringify(dirname(file))}, __filename = ${JSON.stringify(file)};`;
  return code.startsWith("#!") ? code.replace("\n", `\n${places}`) : `${places}${code}`;
}
