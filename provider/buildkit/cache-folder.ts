import { createHash, type Hash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GrpcError, Status } from "../grpc/status";

/** How an index names what it leads to (https://github.com/opencontainers/image-spec/blob/main/descriptor.md). */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

interface Index {
  readonly manifests?: readonly Descriptor[];
}

const TAG = "org.opencontainers.image.ref.name";
const INDEX_TYPE = "application/vnd.oci.image.index.v1+json";

/** Bytes of a blob that are sent at once: a message of gRPC may have four million. */
const PIECE = 1 << 20;

/**
 * A folder in which steps of builds are kept, as an OCI image layout, which `docker buildx` keeps them as too.
 * Source: https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 */
export class CacheFolder {
  /** @param root absolute path */
  constructor(readonly root: string) {}

  /** What is kept under a tag; undefined where there is nothing, or not all of it any more. */
  async tryTagged(tag: string): Promise<string | undefined> {
    const { manifests = [] } = await this.index();
    const digest = manifests.find(({ annotations }) => annotations?.[TAG] === tag)?.digest;
    return digest !== undefined && (await this.trySize(digest)) !== undefined ? digest : undefined;
  }

  /** Keeps it under a tag, in the place of what was. */
  async tag(tag: string, descriptor: Descriptor): Promise<void> {
    const { manifests = [], ...index } = await this.index();
    const others = manifests.filter(({ annotations }) => annotations?.[TAG] !== tag);
    const tagged = { ...descriptor, annotations: { ...descriptor.annotations, [TAG]: tag } };
    await this.put("oci-layout", { imageLayoutVersion: "1.0.0" });
    await this.put("index.json", {
      schemaVersion: 2,
      mediaType: INDEX_TYPE,
      ...index,
      manifests: [...others, tagged],
    });
  }

  /** Bytes of a blob; undefined where there is none. */
  async trySize(digest: string): Promise<number | undefined> {
    const found = await stat(this.blob(digest)).catch(ifAbsent);
    return found?.size;
  }

  /** A blob from `offset` on. @param size @default - to its end */
  read(digest: string, offset: number, size?: number): AsyncIterable<Buffer> {
    const end = size === undefined ? undefined : offset + size - 1;
    return createReadStream(this.blob(digest), { start: offset, end, highWaterMark: PIECE });
  }

  async writer(): Promise<BlobWriter> {
    const folder = join(this.root, "ingest");
    await Promise.all([
      mkdir(folder, { recursive: true }),
      mkdir(join(this.root, "blobs/sha256"), { recursive: true }),
    ]);
    return BlobWriter.open(join(folder, randomUUID()), (digest) => this.blob(digest));
  }

  /** @throws GrpcError where it is no digest: a path is made of it */
  private blob(digest: string): string {
    const [, hex] = /^sha256:([0-9a-f]{64})$/.exec(digest) ?? [];
    if (hex === undefined) throw new GrpcError(Status.invalidArgument, `no digest: ${JSON.stringify(digest)}`);
    return join(this.root, "blobs/sha256", hex);
  }

  private async index(): Promise<Index> {
    const text = await readFile(join(this.root, "index.json"), "utf8").catch(ifAbsent);
    return text === undefined ? {} : (JSON.parse(text) as Index);
  }

  /** Whole or not at all. */
  private async put(name: string, content: object): Promise<void> {
    const [file, partial] = [join(this.root, name), join(this.root, `${name}.${randomUUID()}`)];
    await writeFile(partial, JSON.stringify(content));
    await rename(partial, file);
  }
}

/** A blob that is being written, from its beginning; it is there once it is committed. */
export class BlobWriter {
  private readonly hash: Hash = createHash("sha256");
  private written = 0;

  private constructor(
    private readonly partial: string,
    private readonly file: FileHandle,
    private readonly at: (digest: string) => string,
  ) {}

  static async open(partial: string, at: (digest: string) => string): Promise<BlobWriter> {
    return new BlobWriter(partial, await open(partial, "wx"), at);
  }

  /** Bytes so far. */
  get offset(): number {
    return this.written;
  }

  get digest(): string {
    return `sha256:${this.hash.copy().digest("hex")}`;
  }

  async write(data: Uint8Array): Promise<void> {
    await this.file.writeFile(data);
    this.hash.update(data);
    this.written += data.length;
  }

  /** @param expected digest; empty where none is known @throws GrpcError where it is another, or of another size */
  async commit(size: number, expected: string): Promise<void> {
    const { digest, written } = this;
    if ((size > 0 && size !== written) || (expected !== "" && expected !== digest))
      throw new GrpcError(
        Status.failedPrecondition,
        `${written} bytes of ${digest} came, ${size} of ${expected} were told`,
      );
    await this.file.sync();
    await rename(this.partial, this.at(digest));
  }

  /** What was not committed is gone. */
  async close(): Promise<void> {
    await this.file.close();
    await rm(this.partial, { force: true });
  }
}

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  throw error;
}
