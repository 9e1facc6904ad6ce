import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** A gzipped layer on disk. Both digests are `sha256:…`: of the file as it lies there, and of the tar inside it. */
export interface Layer {
  readonly file: string;
  readonly digest: string;
  readonly diffId: string;
  /** Bytes of the file. */
  readonly size: number;
}

/** What a container of the image starts with (https://github.com/opencontainers/image-spec/blob/main/config.md). */
export interface ImageConfig {
  readonly Cmd?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Env?: readonly string[];
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly StopSignal?: string;
  readonly User?: string;
  readonly Volumes?: Readonly<Record<string, object>>;
  readonly WorkingDir?: string;
}

export interface Image {
  /** The lowest first. */
  readonly layers: readonly Layer[];
  /** The image's configuration, the bytes that its id is the digest of. */
  readonly config: Buffer;
}

export const digestOf = (bytes: Buffer): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** Gzips what `write` writes, a tar archive, into a layer that lies in `folder` under its digest. */
export async function layerFrom(
  folder: string,
  write: (tar: NodeJS.WritableStream) => Promise<unknown>,
): Promise<Layer> {
  const unfinished = join(folder, `layer-${randomUUID()}.partial`);
  const tar = new PassThrough();
  const unpacked = measure();
  const packed = measure();
  try {
    await Promise.all([
      write(tar).then(
        () => tar.end(),
        (error: Error) => {
          tar.destroy(error);
          throw error;
        },
      ),
      pipeline(tar, unpacked.stream, createGzip({ level: 6 }), packed.stream, createWriteStream(unfinished)),
    ]);
    const digest = packed.digest();
    const file = join(folder, `${digest.replace(":", "-")}.tar.gz`);
    await rename(unfinished, file);
    return { file, digest, diffId: unpacked.digest(), size: packed.bytes() };
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Node's names of processors as images spell them. */
const architectures: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

const ownArchitecture = architectures[process.arch] ?? process.arch;

/**
 * An image of layers, created now.
 *
 * @param layers the lowest first
 * @param architecture of the processor that it says it is for
 */
export function imageOf(
  layers: readonly Layer[],
  config: ImageConfig,
  history: string,
  architecture = ownArchitecture,
): Image {
  const created = new Date().toISOString();
  return {
    layers,
    config: Buffer.from(
      JSON.stringify({
        architecture,
        os: "linux",
        created,
        config: { Env: ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"], ...config },
        rootfs: { type: "layers", diff_ids: layers.map(({ diffId }) => diffId) },
        history: layers.map(() => ({ created, created_by: history })),
      }),
    ),
  };
}

function measure() {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes, digest: () => `sha256:${hash.digest("hex")}` };
}
