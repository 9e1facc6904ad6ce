import { createHash, randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http2";
import { hostname } from "node:os";
import type { Duplex } from "node:stream";
import { allBut, BuildContextError, both, everything, type Filter } from "../../build-context";
import { own } from "../../foreign/own";
import { GrpcServer, type Methods } from "../grpc/grpc-server";
import type { MessageStream } from "../grpc/message-stream";
import { GrpcError, Status } from "../grpc/status";
import { followedPaths } from "./followed-paths";
import { forwardAgent } from "./forward-agent";
import {
  CheckAgentRequest,
  CredentialsRequest,
  CredentialsResponse,
  GetSecretRequest,
  GetSecretResponse,
  HealthCheckResponse,
} from "./messages";
import { sendFiles } from "./send-files";
import { type CacheFolders, contentMethods } from "./serve-content";
import type { SshAgent } from "./ssh-agent";

/** A folder that BuildKit may read. */
export interface OfferedFolder {
  /** Absolute path. */
  readonly root: string;
  /** @default - everything in it */
  readonly filter?: Filter;
  /** The patterns that BuildKit finds in the folder's ignore file. */
  readonly ignored?: readonly string[];
}

export interface Credentials {
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
}

/** What a build may ask of whoever started it. */
export interface SessionOffers {
  /** By BuildKit's names for them: `context` and `dockerfile`. */
  readonly folders: Readonly<Record<string, OfferedFolder>>;
  /** Credentials for a registry's host; undefined where it is asked without. */
  credentials(host: string): Promise<Credentials | undefined>;
  /** A secret by its id; undefined where there is none of that id. */
  secret(id: string): Promise<Buffer | undefined>;
  /** The agents that steps may ask by ssh, by their ids, each connected anew. @default - none */
  readonly agents?: Readonly<Record<string, () => Promise<SshAgent>>>;
  /** Caches that lie in folders, by the ids that BuildKit calls them by. @default - none */
  readonly caches?: CacheFolders;
  /** @default - a random one */
  readonly id?: string;
}

/**
 * The other half of a build on BuildKit: a connection over which the engine calls back, by gRPC, for files,
 * credentials and secrets (https://github.com/moby/buildkit, session/).
 */
export class BuildSession {
  readonly id: string;
  private readonly server: GrpcServer;
  private readonly methods: Methods;
  private readonly failure = new AbortController();

  constructor(private readonly offers: SessionOffers) {
    this.id = offers.id ?? randomBytes(12).toString("hex");
    this.methods = {
      "/grpc.health.v1.Health/Check": { unary: () => serving },
      "/moby.filesync.v1.FileSync/DiffCopy": { stream: (call) => void this.diffCopy(call) },
      "/moby.filesync.v1.Auth/Credentials": { unary: (request) => this.credentials(request) },
      "/moby.buildkit.secrets.v1.Secrets/GetSecret": { unary: (request) => this.secret(request) },
      // A step that asks where there is none is told so by BuildKit itself, which looks at what is offered.
      ...(Object.keys(offers.agents ?? {}).length > 0 && {
        "/moby.sshforward.v1.SSH/CheckAgent": { unary: (request) => this.checkAgent(request) },
        "/moby.sshforward.v1.SSH/ForwardAgent": { stream: (call) => void this.forwardAgent(call) },
      }),
      ...(Object.keys(offers.caches ?? {}).length > 0 && contentMethods(offers.caches!)),
    };
    this.server = new GrpcServer(this.methods);
  }

  /** Headers of the `POST /session` whose connection is then to be served. */
  get headers(): Record<string, string | string[]> {
    return {
      Upgrade: "h2c",
      "X-Docker-Expose-Session-Uuid": this.id,
      "X-Docker-Expose-Session-Name": "docker-stages",
      "X-Docker-Expose-Session-Sharedkey": this.sharedKey,
      "X-Docker-Expose-Session-Grpc-Method": Object.keys(this.methods),
    };
  }

  /** Answers the engine on this connection until it is closed. */
  serve(connection: Duplex): void {
    // What breaks here breaks the build, which says so itself.
    connection.on("error", () => {});
    this.server.accept(connection);
  }

  /**
   * Aborted, with a BuildContextError as its reason, when a folder cannot be sent. Engines up to 20.10 would go on waiting
   * for it: the build is to be given up then.
   */
  get failed(): AbortSignal {
    return this.failure.signal;
  }

  close(): void {
    this.server.close();
  }

  /** Under it the engine keeps what it was sent, for the next build of the same folder. */
  private get sharedKey(): string {
    return createHash("sha256").update(`${hostname()}\0${this.offers.folders["context"]?.root}`).digest("hex");
  }

  private async diffCopy(call: MessageStream): Promise<void> {
    const [name = ""] = values(call.headers, "dir-name");
    const folder = own(this.offers.folders, name);
    if (!folder) {
      call.fail(new GrpcError(Status.notFound, `no access to the folder ${JSON.stringify(name)}`));
      return;
    }
    try {
      await sendFiles(call, folder.root, wanted(folder, call.headers));
      call.end();
    } catch (error) {
      if (error instanceof BuildContextError) this.failure.abort(error);
      call.fail(new GrpcError(Status.aborted, (error as Error).message));
    }
  }

  private async credentials(request: Buffer): Promise<Buffer> {
    const { host } = CredentialsRequest.decode(request);
    const { username = "", password = "", identitytoken } = (await this.offers.credentials(host)) ?? {};
    return CredentialsResponse.encode(identitytoken ? { secret: identitytoken } : { username, secret: password });
  }

  private async secret(request: Buffer): Promise<Buffer> {
    const { id } = GetSecretRequest.decode(request);
    const data = await this.offers.secret(id);
    if (!data) throw new GrpcError(Status.notFound, `secret ${id} not found`);
    return GetSecretResponse.encode({ data });
  }

  private checkAgent(request: Buffer): Buffer {
    const { id } = CheckAgentRequest.decode(request);
    this.agent(id);
    return Buffer.alloc(0);
  }

  private async forwardAgent(call: MessageStream): Promise<void> {
    try {
      const [id = ""] = values(call.headers, "buildkit.ssh.id");
      await forwardAgent(call, await this.agent(id)());
      call.end();
    } catch (error) {
      call.fail(error instanceof GrpcError ? error : new GrpcError(Status.unknown, (error as Error).message));
    }
  }

  private agent(id: string): () => Promise<SshAgent> {
    const agent = own(this.offers.agents, id || DEFAULT_AGENT);
    if (!agent) throw new GrpcError(Status.notFound, `no ssh key is forwarded under the id ${JSON.stringify(id)}`);
    return agent;
  }
}

/** What of an offered folder this request is for: what it leaves out, and what alone it needs. */
function wanted({ root, filter = everything, ignored = [] }: OfferedFolder, headers: IncomingHttpHeaders): Filter {
  const told = values(headers, "exclude-patterns");
  const excluded = told.length > 0 && ignored.some((pattern) => pattern.includes(SEPARATOR)) ? ignored : told;
  return [allBut(excluded), followedPaths(root, values(headers, "followpaths"))].reduce(both, filter);
}

/** Node puts it between values that arrive under one key. */
const SEPARATOR = ", ";

/** What is not ASCII is escaped, and said to be. */
function values(headers: IncomingHttpHeaders, key: string): string[] {
  const listed = split(own(headers, key));
  const isEscaped = split(own(headers, `${key}-encoded`)).some((value) => value === "1" || value === "true");
  return isEscaped ? listed.map((value) => decodeURIComponent(value.replaceAll("+", " "))) : listed;
}

const split = (value: string | readonly string[] = []): string[] =>
  [value].flat().flatMap((each) => each.split(SEPARATOR));

/** The id of an agent that a step does not name. */
const DEFAULT_AGENT = "default";

const SERVING = 1;
const serving = HealthCheckResponse.encode({ status: SERVING });
