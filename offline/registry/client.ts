import { createReadStream } from "node:fs";
import { exchange, type RegistryRequest, type RegistryResponse } from "../../registry";
import { digestOf, type Image } from "../build/image";
import { accepted, dockerManifest, type Manifest } from "./manifest";

/** Codes of Node for a certificate that does not hold (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const isUntrusted = /SELF_SIGNED|UNABLE_TO_|^CERT_|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH/;

type Body = NonNullable<RegistryRequest["body"]>;

/** Milliseconds that a registry may take to put away what it was sent. */
const PATIENCE = 300_000;

/** A registry's HTTP API, as far as the mirror needs it (https://distribution.github.io/distribution/spec/api/). */
export class RegistryClient {
  /** @param url `http://127.0.0.1:5555` */
  constructor(readonly url: string) {}

  /** Whether a registry answers as one does that has nothing to complain of. @param timeout milliseconds */
  async answers(timeout = 1000): Promise<boolean> {
    const status = await this.look(timeout);
    return typeof status === "number" && (status < 300 || status === 401);
  }

  /**
   * The status of whatever answers there by HTTP: `untrusted` where its certificate is not trusted here, undefined where
   * nobody answers.
   *
   * @param timeout milliseconds
   */
  async look(timeout: number): Promise<number | "untrusted" | undefined> {
    try {
      const signal = AbortSignal.timeout(timeout);
      return (await exchange({ method: "GET", url: new URL(`${this.url}/v2/`), signal })).status;
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      return isUntrusted.test(code) ? "untrusted" : undefined;
    }
  }

  /** The digest that a tag leads to; undefined where there is no such tag. */
  async tryDigest(repository: string, tag: string): Promise<string | undefined> {
    const response = await this.ask("HEAD", `${repository}/manifests/${tag}`, {
      accept: [404],
      headers: { Accept: accepted },
    });
    return isOk(response) ? response.header("docker-content-digest") : undefined;
  }

  /** Gives what `tag` leads to another tag. */
  async retag(repository: string, tag: string, other: string): Promise<void> {
    const response = await this.ask("GET", `${repository}/manifests/${tag}`, { headers: { Accept: accepted } });
    const mediaType = response.header("content-type") ?? "";
    await this.putManifest(repository, other, { mediaType, text: response.body.toString() });
  }

  /** Uploads an image, and gives it the tags. */
  async push(repository: string, tags: readonly string[], image: Image): Promise<void> {
    await this.putContent(repository, image);
    for (const tag of tags) await this.putManifest(repository, tag, dockerManifest(image));
  }

  /** Uploads what an image's manifest leads to. */
  async putContent(repository: string, { layers, config }: Image): Promise<void> {
    for (const { digest, size, file } of layers)
      await this.putBlob(repository, digest, size, () => createReadStream(file));
    await this.putBytes(repository, config);
  }

  async putBytes(repository: string, content: Buffer): Promise<void> {
    await this.putBlob(repository, digestOf(content), content.length, () => content);
  }

  /** @param reference tag, or the manifest's own digest */
  async putManifest(repository: string, reference: string, { mediaType, text }: Manifest): Promise<void> {
    await this.ask("PUT", `${repository}/manifests/${reference}`, {
      headers: { "Content-Type": mediaType },
      body: text,
    });
  }

  private async putBlob(repository: string, digest: string, size: number, content: () => Body): Promise<void> {
    const present = await this.ask("HEAD", `${repository}/blobs/${digest}`, { accept: [404] });
    if (isOk(present)) return;
    const begun = await this.ask("POST", `${repository}/blobs/uploads/`);
    const location = new URL(begun.header("location")!, this.url);
    location.searchParams.set("digest", digest);
    await this.ask("PUT", location, {
      headers: { "Content-Type": "application/octet-stream", "Content-Length": `${size}` },
      body: content(),
    });
  }

  private async ask(
    method: RegistryRequest["method"],
    path: string | URL,
    options: { accept?: readonly number[]; headers?: Record<string, string>; body?: Body } = {},
  ): Promise<RegistryResponse> {
    const { accept, ...request } = options;
    const url = typeof path === "string" ? new URL(`${this.url}/v2/${path}`) : path;
    const response = await exchange({ method, url, patience: PATIENCE, ...request });
    if (isOk(response) || accept?.includes(response.status)) return response;
    throw new Error(
      `registry ${this.url}: ${method} ${typeof path === "string" ? path : path.pathname}: ${response.status} ${response.body}`,
    );
  }
}

const isOk = ({ status }: RegistryResponse): boolean => status >= 200 && status < 300;
