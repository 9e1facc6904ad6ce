import { embedded, map, message, repeated, singular, string } from "../protobuf";

const CacheEntry = message({ type: singular(1, string), attributes: map(2, string) });
const Cache = message({
  exports: repeated(
    4,
    embedded(() => CacheEntry),
  ),
  imports: repeated(
    5,
    embedded(() => CacheEntry),
  ),
});

/**
 * What is to be built, and what becomes of it. Field numbers: moby/buildkit, api/services/control/control.proto. Of its
 * two ways to name an exporter, the older one, which every BuildKit takes.
 */
export const SolveRequest = message({
  ref: singular(1, string),
  exporter: singular(3, string),
  exporterAttributes: map(4, string),
  session: singular(5, string),
  frontend: singular(6, string),
  frontendAttributes: map(7, string),
  cache: singular(
    8,
    embedded(() => Cache),
  ),
  entitlements: repeated(9, string),
});
export const SolveResponse = message({ exporterResponse: map(1, string) });
export const StatusRequest = message({ ref: singular(1, string) });
