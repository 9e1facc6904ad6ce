import { readFile } from "node:fs/promises";
import type { Writable } from "node:stream";
import { extract, type Header } from "tar-stream";
import { type Engine, isEngineError } from "../../../engine";
import { modeOf, type Upload } from "./upload";

/** Whether the container has each of the files, with the content, permissions and owner that are asked for. */
export async function hasFiles(
  engine: Engine,
  id: string,
  uploads: readonly Upload[],
  signal: AbortSignal,
): Promise<boolean> {
  for (const upload of uploads) if (!(await hasFile(engine, id, upload, signal))) return false;
  return true;
}

async function hasFile(engine: Engine, id: string, upload: Upload, signal: AbortSignal): Promise<boolean> {
  const { file, owner, group } = upload;
  const found = await tryRead(engine, id, file, signal);
  if (!found) return false;
  const { header, content } = found;
  const isOwned = (header.uid ?? 0) === Number(owner ?? "") && (header.gid ?? 0) === Number(group ?? "");
  return isOwned && ((header.mode ?? 0) & 0o777) === modeOf(upload) && content.equals(await contentOf(upload));
}

interface File {
  readonly header: Header;
  readonly content: Buffer;
}

/** Undefined where there is no such file, or what is there is none. */
async function tryRead(engine: Engine, id: string, path: string, signal: AbortSignal): Promise<File | undefined> {
  const archive = await engine.containers.getArchive(id, path, { signal }).catch((error: unknown) => {
    if (isEngineError(error, "aborted") || !isEngineError(error)) throw error;
    return undefined;
  });
  if (!archive) return undefined;
  const files: File[] = [];
  const entries = extract();
  archive.pipe(entries as unknown as Writable);
  archive.on("error", (error) => entries.destroy(error));
  for await (const entry of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    files.push({ header: entry.header, content: Buffer.concat(chunks) });
  }
  return files.length === 1 && files[0]!.header.type === "file" ? files[0] : undefined;
}

const contentOf = async ({ source, content, content_base64: base64 }: Upload): Promise<Buffer> =>
  source ? readFile(source) : base64 ? Buffer.from(base64, "base64") : Buffer.from(content ?? "");
