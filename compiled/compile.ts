import { readFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { build, type OnLoadResult } from "esbuild";
import { type Program, sourceOf } from "./program";

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
  const now = Date.now();
  const read = (file: string) => {
    const content = readFileSync(file);
    return { content, source: sourceOf(file, content, now) };
  };
  const sources = new Map(OTHER_SOURCES.map((name) => [name, read(join(root, name)).source]));
  /** A file as it is told: what is compiled is what its digest is of. */
  const load = (file: string): OnLoadResult => {
    const { content, source } = read(file);
    const name = relative(root, file);
    if (!/(?:^|\/)node_modules\//.test(name)) sources.set(name, source);
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
  const textOf = (extension: string) => outputFiles.find(({ path }) => path.endsWith(extension))!.text;
  return { root, sources: Object.fromEntries(sources), code: inOneByte(textOf(".js")), map: textOf(".map") };
}

/**
 * Code whose every character is one byte in V8. esbuild leaves others in regular expressions, where an escape says the
 * same, and in raw templates, where it would not: no source has one with such letters.
 */
function inOneByte(code: string): string {
  const escaped = code.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  // The replaced string would stay one of two bytes.
  return Buffer.from(escaped, "latin1").toString("latin1");
}

/** A module that asks where it stands is told, wherever what it has become a part of lies. */
function inItsPlace(file: string, code: string): string {
  if (!/\b__(?:dir|file)name\b/.test(code)) return code;
  const places = `var __dirname = ${JSON.stringify(dirname(file))}, __filename = ${JSON.stringify(file)};`;
  return code.startsWith("#!") ? code.replace("\n", `\n${places}`) : `${places}${code}`;
}
