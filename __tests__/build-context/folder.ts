import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Content of a file, `{ link }`, `{ mode, text }`, or null for an empty folder; by path. */
export type Files = Readonly<
  Record<string, string | Buffer | null | { readonly link: string } | { readonly mode: number; readonly text: string }>
>;

const made: string[] = [];

/** A temporary folder with these files. */
export function folderOf(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), "t-image-context-"));
  made.push(root);
  fill(root, files);
  return root;
}

export function fill(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const full = join(root, path);
    mkdirSync(content === null ? full : dirname(full), { recursive: true });
    if (content === null) continue;
    if (typeof content === "string" || Buffer.isBuffer(content)) writeFileSync(full, content);
    else if ("link" in content) symlinkSync(content.link, full);
    else {
      writeFileSync(full, content.text);
      chmodSync(full, content.mode);
    }
  }
}

/** Removes every folder that was made. */
export function removeFolders(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
