import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pack } from "tar-stream";
import type { Engine } from "../../../engine";
import {
  attributeError,
  bool,
  type Config,
  type Diagnostic,
  DiagnosticError,
  number,
  type Planned,
  setOf,
  string,
  stringMap,
} from "../../schema";
import { like, orEmpty, whole } from "../../schema/validators";
import { validateBase64 } from "../base64";
import { versioned } from "../versioned";
import { part } from "./part";

const CONTENTS = ["content", "content_base64", "source"] as const;

/** Names are this machine's where the community's provider reads them: the container's may lead to other ids. */
const id = (of: string) =>
  orEmpty(like(/^\d{1,10}$/, `id of a ${of}`, `a number, \`id -${of[0]} NAME\` in the image tells it`));

const isFile = like(/[^/]$/, "path of a file", "one in the container, `/etc/app.conf` for instance");

const schema = {
  upload: setOf(
    {
      file: string({
        required: true,
        validate: isFile,
        doc: "Path of the file in the container, from its root.",
      }),
      content: string({
        optional: true,
        conflictsWith: ["content_base64", "source"],
        doc: "Its content, as text.",
      }),
      content_base64: string({
        optional: true,
        validate: validateBase64,
        conflictsWith: ["source"],
        doc: "Its content, base64.",
      }),
      source: string({
        optional: true,
        doc: "Path of a file on this machine with its content, which is not kept in state.",
      }),
      source_hash: string({
        optional: true,
        doc: "Any value whose change uploads the source anew: `filemd5(…)` of it.",
      }),
      executable: bool({
        optional: true,
        default: false,
        idleBeside: ["permissions"],
        doc: "Its owner may execute it.",
      }),
      permissions: string({
        optional: true,
        validate: like(/^0[0-7]{3}$/, "file's mode", 'four octal digits, "0644" for instance'),
        doc: 'Its permissions in octal, in place of `executable`. Default: `"0644"`, or `"0744"` where it is executable.',
      }),
      owner: string({
        optional: true,
        zero: "",
        validate: id("user"),
        doc: "Id of the user that it belongs to. Default: `0`, root.",
      }),
      group: string({
        optional: true,
        zero: "",
        validate: id("group"),
        doc: "Id of the group that it belongs to. Default: `0`, root.",
      }),
    },
    {
      forceNew: true,
      doc: "A file that the container is given before it starts. Exactly one of `content`, `content_base64` and `source` has its content, or `upload_content_wo`.",
    },
  ),
  upload_content_wo: stringMap({
    optional: true,
    sensitive: true,
    writeOnly: true,
    validate: (contents) => Object.keys(contents).map(isFile).find(Boolean),
    doc: "Contents of files that the container is given before it starts, as text by path, in no plan and no state: they may come from ephemeral variables and resources. Mode and owner are those of the `upload` of that `file`, where there is one, without a content of its own. Needs Terraform or OpenTofu 1.11.",
  }),
  upload_content_wo_version: number({
    optional: true,
    forceNew: true,
    validate: whole(0),
    doc: "Any number, to be another one where `upload_content_wo` is: nothing else shows that it changed.",
  }),
} as const;

/** Files that the container is given before it starts. */
export const upload = part({
  schema,

  toEngine: () => ({}),

  // Files cannot be told from what the container has made of them since.
  fromEngine: () => ({}),

  problems: ({ upload, upload_content_wo: contents, upload_content_wo_version: version }) => [
    ...versioned("upload_content_wo", contents, version),
    ...(Array.isArray(upload) ? upload.flatMap((block) => contentProblems(block, contents)) : []),
  ],
});

type Asked = Config<typeof schema>;
export type Upload = Asked["upload"][number];

/** The content of a file is given once. */
function contentProblems(block: Planned<(typeof schema)["upload"]["fields"]>, contents: unknown): Diagnostic[] {
  const { file } = block;
  const given = CONTENTS.filter((name) => block[name] !== undefined);
  const isUnknown = typeof contents === "symbol" || typeof file !== "string";
  const isWriteOnly = !isUnknown && Object.hasOwn(contents ?? {}, file);
  if (given.length === 0 && !isUnknown && !isWriteOnly) return [uploadProblem(NO_CONTENT)];
  if (given.length > 0 && isWriteOnly) {
    const twice = `the file ${file} has its content in \`upload_content_wo\` too; remove it there, or \`${given[0]}\``;
    return [uploadProblem(twice)];
  }
  return [];
}

const NO_CONTENT =
  "the file has no content; set `content`, `content_base64` or `source`, or its path in `upload_content_wo`";

const uploadProblem = (detail: string): Diagnostic => ({
  severity: "error",
  summary: "invalid block upload",
  detail,
  path: ["upload"],
});

/** Every file with its content, those that are write-only among them. */
function filesOf({ upload, upload_content_wo }: Asked): Upload[] {
  const contents = new Map(Object.entries(upload_content_wo ?? {}));
  const known = upload.map((each) => ({ ...each, content: contents.get(each.file) ?? each.content }));
  for (const { file } of upload) contents.delete(file);
  return [...known, ...[...contents].map(([file, content]) => ({ ...AS_IT_IS, file, content }))];
}

const AS_IT_IS: Omit<Upload, "file"> = {
  content: undefined,
  content_base64: undefined,
  source: undefined,
  source_hash: undefined,
  executable: false,
  permissions: undefined,
  owner: undefined,
  group: undefined,
};

/** Puts the files into the container, in one archive. */
export async function uploadFiles(engine: Engine, id: string, asked: Asked, signal: AbortSignal): Promise<void> {
  const uploads = filesOf(asked);
  if (uploads.length === 0) return;
  const archive = pack();
  // Why it broke is told by whoever broke it.
  archive.on("error", () => {});
  const givingUp = (error: Error): never => {
    archive.destroy(error);
    throw error;
  };
  // An archive that nobody reads any more would never be written to its end.
  const nobodyReads = (error: Error): never => {
    archive.destroy();
    throw error;
  };
  const options = { noOverwriteDirNonDir: true, signal };
  const [writing, sending] = await Promise.allSettled([
    writeAll(archive, uploads).catch(givingUp),
    engine.containers.putArchive(id, "/", archive as unknown as Readable, options).catch(nobodyReads),
  ]);
  // A file that cannot be read is why the archive could not be sent; any other failure is the engine's, or the user's.
  const [first, second] =
    writing.status === "rejected" && writing.reason instanceof DiagnosticError
      ? [writing, sending]
      : [sending, writing];
  if (first.status === "rejected") throw first.reason;
  if (second.status === "rejected") throw second.reason;
}

async function writeAll(archive: ReturnType<typeof pack>, uploads: readonly Upload[]): Promise<void> {
  for (const { file, content, content_base64, source, owner, group, ...mode } of uploads) {
    const [uid, gid] = [Number(owner ?? ""), Number(group ?? "")];
    const header = { name: file.replace(/^\/+/, ""), mode: modeOf(mode), uid, gid, ...beyondOctal({ uid, gid }) };
    if (source) await writeFile(archive, header, source);
    else
      await writeText(
        archive,
        header,
        content_base64 ? Buffer.from(content_base64, "base64") : Buffer.from(content ?? ""),
      );
  }
  archive.finalize();
}

/** A header of tar has six octal digits for an id; a larger one stands beside it. */
const beyondOctal = (ids: { readonly uid: number; readonly gid: number }): { pax?: Record<string, string> } =>
  Math.max(ids.uid, ids.gid) > 0o777_777 ? { pax: { uid: String(ids.uid), gid: String(ids.gid) } } : {};

type Header = Parameters<ReturnType<typeof pack>["entry"]>[0];

const writeText = (archive: ReturnType<typeof pack>, header: Header, content: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    archive.entry(header, content, (error) => (error ? reject(error) : resolve()));
  });

async function writeFile(archive: ReturnType<typeof pack>, header: Header, source: string): Promise<void> {
  try {
    const { size } = await stat(source);
    await pipeline(createReadStream(source), archive.entry({ ...header, size }));
  } catch (error) {
    // Whoever reads the archive has had enough of it.
    if ((error as NodeJS.ErrnoException).code === "ERR_STREAM_PREMATURE_CLOSE") throw error;
    throw attributeError(
      ["upload"],
      `the file ${JSON.stringify(source)} cannot be read`,
      `${(error as Error).message}\nIt is looked for from Terraform's working folder; \`abspath("…")\` makes it absolute.`,
    );
  }
}

export const modeOf = ({ executable, permissions }: Pick<Upload, "executable" | "permissions">): number =>
  permissions === undefined ? (executable ? 0o744 : 0o644) : Number.parseInt(permissions, 8);
