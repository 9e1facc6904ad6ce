import { createHash, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { Duplex } from "node:stream";
import {
  type handleUnaryCall,
  type Metadata,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { allBut, BuildContextError, both, everything, type Filter } from "../../build-context";
import { own } from "../../foreign/own";
import { followedPaths } from "./followed-paths";
import {
  CredentialsRequest,
  CredentialsResponse,
  GetSecretRequest,
  GetSecretResponse,
  HealthCheckResponse,
} from "./messages";
import { type PacketStream, sendFiles } from "./send-files";

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
  /** @default - a random one */
  readonly id?: string;
}

/**
 * The other half of a build on BuildKit: a connection over which the engine calls back, by gRPC, for files,
 * credentials and secrets (https://github.com/moby/buildkit, session/).
 */
export class BuildSession {
  readonly id: string;
  private readonly server: ReturnType<Server["createConnectionInjector"]>;
  private readonly methods: string[] = [];
  private readonly failure = new AbortController();

  constructor(private readonly offers: SessionOffers) {
    this.id = offers.id ?? randomBytes(12).toString("hex");
    const server = new Server({ "grpc.enable_channelz": 0, "grpc.max_receive_message_length": -1 });
    this.add(server, "grpc.health.v1.Health", { Check: unary(async () => serving) });
    this.add(server, "moby.filesync.v1.FileSync", { DiffCopy: (call: PacketStream) => this.diffCopy(call) }, true);
    this.add(server, "moby.filesync.v1.Auth", { Credentials: unary((request) => this.credentials(request)) });
    this.add(server, "moby.buildkit.secrets.v1.Secrets", { GetSecret: unary((request) => this.secret(request)) });
    this.server = server.createConnectionInjector(ServerCredentials.createInsecure());
  }

  /** Headers of the `POST /session` whose connection is then to be served. */
  get headers(): Record<string, string | string[]> {
    return {
      Upgrade: "h2c",
      "X-Docker-Expose-Session-Uuid": this.id,
      "X-Docker-Expose-Session-Name": "docker-stages",
      "X-Docker-Expose-Session-Sharedkey": this.sharedKey,
      "X-Docker-Expose-Session-Grpc-Method": this.methods,
    };
  }

  /** Answers the engine on this connection until it is closed. */
  serve(connection: Duplex): void {
    // What breaks here breaks the build, which says so itself.
    connection.on("error", () => {});
    this.server.injectConnection(connection);
  }

  /**
   * Aborted, with a BuildContextError as its reason, when a folder cannot be sent. Engines up to 20.10 would go on waiting
   * for it: the build is to be given up then.
   */
  get failed(): AbortSignal {
    return this.failure.signal;
  }

  close(): void {
    this.server.drain(0);
    this.server.destroy();
  }

  /** Under it the engine keeps what it was sent, for the next build of the same folder. */
  private get sharedKey(): string {
    return createHash("sha256").update(`${hostname()}\0${this.offers.folders["context"]?.root}`).digest("hex");
  }

  private async diffCopy(call: PacketStream): Promise<void> {
    const [name = ""] = values(call.metadata, "dir-name");
    const folder = own(this.offers.folders, name);
    if (!folder) return fail(call, status.NOT_FOUND, `no access to the folder ${JSON.stringify(name)}`);
    try {
      await sendFiles(call, folder.root, wanted(folder, call.metadata));
      call.end();
    } catch (error) {
      if (error instanceof BuildContextError) this.failure.abort(error);
      fail(call, status.ABORTED, (error as Error).message);
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
    if (!data) throw Object.assign(new Error(`secret ${id} not found`), { code: status.NOT_FOUND });
    return GetSecretResponse.encode({ data });
  }

  private add(server: Server, service: string, calls: UntypedServiceImplementation, streams = false): void {
    const definition: ServiceDefinition = Object.fromEntries(
      Object.keys(calls).map((name) => [
        name,
        { path: `/${service}/${name}`, requestStream: streams, responseStream: streams, ...asBytes },
      ]),
    );
    server.addService(definition, calls);
    this.methods.push(...Object.values(definition).map(({ path }) => path));
  }
}

/** What of an offered folder this request is for: what it leaves out, and what alone it needs. */
function wanted({ root, filter = everything, ignored = [] }: OfferedFolder, metadata: Metadata): Filter {
  const told = values(metadata, "exclude-patterns");
  const excluded = told.length > 0 && ignored.some((pattern) => pattern.includes(SEPARATOR)) ? ignored : told;
  return [allBut(excluded), followedPaths(root, values(metadata, "followpaths"))].reduce(both, filter);
}

/** Node puts it between values that arrive under one key. */
const SEPARATOR = ", ";

/** What is not ASCII is escaped, and said to be. */
function values(metadata: Metadata, key: string): string[] {
  const listed = metadata.get(key).flatMap((value) => String(value).split(SEPARATOR));
  const isEscaped = metadata.get(`${key}-encoded`).some((value) => value === "1" || value === "true");
  return isEscaped ? listed.map((value) => decodeURIComponent(value.replaceAll("+", " "))) : listed;
}

const unary =
  (answer: (request: Buffer) => Promise<Buffer>): handleUnaryCall<Buffer, Buffer> =>
  (call, respond) => {
    answer(call.request).then(
      (response) => respond(null, response),
      (error: Error & { code?: number }) => respond({ code: error.code ?? status.UNKNOWN, details: error.message }),
    );
  };

function fail(call: PacketStream, code: status, details: string): void {
  call.emit("error", { code, details });
}

const SERVING = 1;
const serving = HealthCheckResponse.encode({ status: SERVING });
const asIs = (bytes: Buffer): Buffer => bytes;
const asBytes = {
  requestSerialize: asIs,
  requestDeserialize: asIs,
  responseSerialize: asIs,
  responseDeserialize: asIs,
};
