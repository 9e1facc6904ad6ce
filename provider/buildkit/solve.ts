import { randomBytes } from "node:crypto";
import type { Buildkit } from "../../engine";
import type { CacheEntry } from "../../formats/cache-entry";
import type { Descriptor } from "./cache-folder";
import { SolveRequest, SolveResponse, StatusRequest } from "./control-messages";
import { GrpcConnection } from "./grpc-connection";
import type { BuildMessage } from "./progress";

/** A build of a Dockerfile, by what BuildKit's frontend for them takes. */
export interface Solve {
  /** Id of the session that it calls back over. */
  readonly session: string;
  /** https://github.com/moby/buildkit/blob/master/docs/reference/buildctl.md */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the image is to be called. */
  readonly names: readonly string[];
  readonly cacheFrom: readonly CacheEntry[];
  readonly cacheTo: readonly CacheEntry[];
  /** What the build may do that not every one may: `network.host`. */
  readonly entitlements: readonly string[];
}

const CONTROL = "/moby.buildkit.v1.Control";
/** Source: moby/buildkit, cache/remotecache/export.go */
const KEPT = "cache.manifest";
/** The exporter into the store of the engine that BuildKit is in. */
const INTO_ENGINE = "moby";

/**
 * Builds by the BuildKit in an engine, told its own words: what `POST /build` has none for can be asked here.
 *
 * @returns what the caches that it kept begin with
 * @throws EngineError
 */
export async function solve(
  { connection, failure }: Buildkit,
  { session, attributes, names, cacheFrom, cacheTo, entitlements }: Solve,
  told: (message: BuildMessage) => void,
): Promise<Descriptor | undefined> {
  const ref = randomBytes(12).toString("hex");
  const grpc = new GrpcConnection(connection);
  const imports = JSON.stringify(cacheFrom.map(({ type, attributes: Attrs }) => ({ Type: type, Attrs })));
  const request = SolveRequest.encode({
    ...{ ref, session, entitlements, exporter: INTO_ENGINE, exporterAttributes: [["name", names.join(",")]] },
    frontend: "dockerfile.v0",
    frontendAttributes: Object.entries({ ...attributes, ...(cacheFrom.length > 0 && { "cache-imports": imports }) }),
    cache: { imports: cacheFrom.map(entry), exports: cacheTo.map(entry) },
  });
  const followed = (async () => {
    for await (const status of grpc.stream(`${CONTROL}/Status`, StatusRequest.encode({ ref })))
      told({ id: "moby.buildkit.trace", aux: status.toString("base64") });
  })();
  // What it has to tell of the build's failure, the build's own answer tells.
  followed.catch(() => {});
  try {
    const answer = await grpc.call(`${CONTROL}/Solve`, request);
    const kept = SolveResponse.decode(answer).exporterResponse.get(KEPT);
    return kept === undefined ? undefined : (JSON.parse(kept) as Descriptor);
  } catch (error) {
    throw failure(error);
  } finally {
    // The steps' last words come after the answer.
    await followed.catch(() => {});
    grpc.close();
  }
}

const entry = ({ type, attributes }: CacheEntry) => ({ type, attributes: Object.entries(attributes) });
