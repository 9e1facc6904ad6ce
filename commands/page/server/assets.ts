import { basename, extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** A file of the page as it is sent. */
export interface Asset {
  readonly type: string;
  readonly content: Buffer;
  readonly zipped: Buffer;
}

const types = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
} as const;

export function asset(extension: keyof typeof types, content: Buffer): Asset {
  return { type: types[extension], content, zipped: gzipSync(content) };
}

/** The client as a browser takes it, `page.js` and `page.css`, made of its sources in a moment. */
export async function clientAssets(): Promise<ReadonlyMap<string, Asset>> {
  const folder = join(__dirname, "../client");
  const { outputFiles } = await build({
    entryPoints: { page: join(folder, "main.tsx") },
    bundle: true,
    write: false,
    outdir: folder,
    format: "iife",
    target: "es2022",
    minify: true,
    legalComments: "none",
    tsconfigRaw: { compilerOptions: { jsx: "react-jsx", jsxImportSource: "preact" } },
    logLevel: "silent",
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const file = asset(extname(path) as ".js" | ".css", Buffer.from(contents));
      return [basename(path), file] as const;
    }),
  );
}
