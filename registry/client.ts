import { createHash } from "node:crypto";
import { LONGEST_ANSWER, parseObject } from "./body";
import { type Challenge, parseChallenge } from "./challenge";
import type { Credentials } from "./credentials/credentials";
import { RegistryError } from "./error";
import { exchange, type RegistryRequest, type RegistryResponse } from "./exchange";
import { HUB, isLoopback } from "./host";
import { connectionProblem, refusalProblem } from "./refusal";
import { askToken, type Token } from "./token";

export interface RegistryClientOptions {
  /** Host and port, `registry.example.com:5000`. */
  readonly host: string;
  readonly credentials?: Credentials;
  /** Take it for who it says it is, and without TLS where it speaks none. @default - for registries on loopback */
  readonly insecure?: boolean;
  /** Speak HTTP without trying TLS. @default false */
  readonly plain?: boolean;
  readonly signal?: AbortSignal;
}

/** A manifest, or a list of manifests, as the registry has it. */
export interface Manifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** The types of manifests and of lists of them, Docker's and OCI's. */
export const manifestTypes = [
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.oci.image.index.v1+json",
] as const;

/** What a page of a list counts for at least, in bytes: some 30,000 pages are the most. */
const SHORTEST_PAGE = 1000;

const accepted = { Accept: manifestTypes.join(", ") };

/**
 * A registry's HTTP API, as far as images are looked up and removed (https://distribution.github.io/distribution/spec/api/).
 * Every method throws RegistryError and nothing else.
 */
export class RegistryClient {
  private readonly insecure: boolean;
  private scheme: Promise<"http" | "https"> | undefined;
  private authorization: string | undefined;

  constructor(private readonly options: RegistryClientOptions) {
    this.insecure = options.insecure ?? isLoopback(options.host);
  }

  /** Whether anything answers there by HTTP. */
  async answers(): Promise<boolean> {
    try {
      await this.send({ method: "GET", url: new URL(`${await this.base()}/v2/`) });
      return true;
    } catch (error) {
      if (error instanceof RegistryError && error.code === "unreachable" && !this.options.signal?.aborted) return false;
      throw error;
    }
  }

  /** Digest of what a tag or digest leads to, `sha256:…`; undefined where there is no such thing. */
  async tryDigest(repository: string, reference: string): Promise<string | undefined> {
    const response = await this.ask("HEAD", repository, `manifests/${reference}`, { headers: accepted, absent: true });
    if (response.status === 404) return undefined;
    // Some registries say it only with the manifest.
    return response.header("docker-content-digest") ?? (await this.manifest(repository, reference)).digest;
  }

  /** What a tag or digest leads to. */
  async manifest(repository: string, reference: string): Promise<Manifest> {
    const { header, body } = await this.ask("GET", repository, `manifests/${reference}`, { headers: accepted });
    const digest = header("docker-content-digest") ?? `sha256:${createHash("sha256").update(body).digest("hex")}`;
    return { digest, mediaType: header("content-type")?.split(";")[0] ?? "", content: body };
  }

  /** The content of a blob that is JSON. */
  async json<T extends object>(repository: string, digest: string): Promise<T> {
    const { body } = await this.ask("GET", repository, `blobs/${digest}`);
    return this.parse<T>(body);
  }

  /** A token that is good for these actions in a repository; undefined where the registry goes without tokens. */
  async tryToken(repository: string, actions: readonly string[]): Promise<Token | undefined> {
    const { header } = await this.send({ method: "GET", url: new URL(`${await this.base()}/v2/`) });
    const challenge = parseChallenge(header("www-authenticate"));
    if (challenge?.scheme !== "bearer") return undefined;
    return this.askToken({ ...challenge.parameters, scope: `repository:${repository}:${actions.join(",")}` });
  }

  /** Every tag of a repository. */
  async tags(repository: string): Promise<string[]> {
    const all: string[] = [];
    const pages = new Set<string>();
    let size = 0;
    let path: string | undefined = "tags/list";
    while (path !== undefined) {
      pages.add(path);
      const { body, header }: RegistryResponse = await this.ask("GET", repository, path);
      size += Math.max(body.length, SHORTEST_PAGE);
      all.push(...(this.parse<{ tags?: string[] | null }>(body).tags ?? []));
      const [, query] = /<[^<>?]*(\?[^<>]*)>;\s*rel="?next"?/.exec(header("link") ?? "") ?? [];
      path = query && `tags/list${query}`;
      // Pages may lead from one to the next for ever.
      if (path !== undefined && (pages.has(path) || size > LONGEST_ANSWER))
        throw new RegistryError("malformed", "", this.options.host, "its list of tags has no end");
    }
    return all;
  }

  /** Puts a manifest under a tag. */
  async putManifest(repository: string, tag: string, { mediaType, content }: Omit<Manifest, "digest">): Promise<void> {
    await this.ask("PUT", repository, `manifests/${tag}`, { headers: { "Content-Type": mediaType }, body: content });
  }

  /** Removes a manifest and all its tags. @throws RegistryError "unsupported" where the registry removes nothing */
  async removeManifest(repository: string, digest: string): Promise<void> {
    await this.ask("DELETE", repository, `manifests/${digest}`, { absent: true });
  }

  parse<T extends object>(body: Buffer): T {
    return parseObject<T>(body, this.options.host, "it");
  }

  private async ask(
    method: RegistryRequest["method"],
    repository: string,
    path: string,
    { headers, body, absent = false }: { headers?: Record<string, string>; body?: Buffer; absent?: boolean } = {},
  ): Promise<RegistryResponse> {
    const { host } = this.options;
    const what = `${repository}${path.startsWith("manifests/") ? separated(path.slice("manifests/".length)) : ""}`;
    const url = new URL(`${await this.base()}/v2/${repository}/${path}`);
    const response = await this.answer({ method, url, headers, body });
    if (response.status < 300 || (absent && response.status === 404)) return response;
    throw refusalProblem(response, `image "${what}"`, host);
  }

  /** Asks, and asks again with what the registry wants to know who asks. */
  private async answer(request: RegistryRequest): Promise<RegistryResponse> {
    const first = await this.send(request);
    const challenge = first.status === 401 ? parseChallenge(first.header("www-authenticate")) : undefined;
    if (!challenge) return first;
    this.authorization = await this.answerTo(challenge);
    return this.authorization === undefined ? first : this.send(request);
  }

  private async answerTo({ scheme, parameters }: Challenge): Promise<string | undefined> {
    const { credentials } = this.options;
    if (scheme === "bearer") return `Bearer ${(await this.askToken(parameters)).value}`;
    if (credentials?.username === undefined) return undefined;
    return `Basic ${Buffer.from(`${credentials.username}:${credentials.password ?? ""}`).toString("base64")}`;
  }

  private askToken(parameters: Challenge["parameters"]): Promise<Token> {
    const { credentials, host, insecure, signal } = this.options;
    return askToken({ parameters, credentials, host, insecure, signal });
  }

  private async send(request: RegistryRequest): Promise<RegistryResponse> {
    const { host, signal } = this.options;
    try {
      const headers = {
        ...request.headers,
        ...(this.authorization !== undefined && { Authorization: this.authorization }),
      };
      return await exchange({ ...request, headers, insecure: this.insecure, signal });
    } catch (error) {
      throw connectionProblem(error, host);
    }
  }

  private async base(): Promise<string> {
    const { host } = this.options;
    this.scheme ??= this.findScheme();
    this.scheme.catch(() => {
      this.scheme = undefined;
    });
    return `${await this.scheme}://${host === HUB ? "registry-1.docker.io" : host}`;
  }

  /** Where nobody insists on TLS, a registry may go without: as the engine does it for its `insecure-registries`. */
  private async findScheme(): Promise<"http" | "https"> {
    const { host, plain, signal } = this.options;
    if (plain) return "http";
    if (!this.insecure) return "https";
    try {
      await exchange({ method: "GET", url: new URL(`https://${host}/v2/`), insecure: true, signal });
      return "https";
    } catch (error) {
      if (speaksNoTls(error)) return "http";
      throw connectionProblem(error, host);
    }
  }
}

const separated = (reference: string): string => (reference.includes(":") ? `@${reference}` : `:${reference}`);

const speaksNoTls = (error: unknown): boolean =>
  /^(EPROTO|ERR_SSL_|ECONNRESET|HPE_)/.test((error as NodeJS.ErrnoException).code ?? "");
