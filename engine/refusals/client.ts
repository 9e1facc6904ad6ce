import { newestKnown } from "../api-version";
import type { Refusal } from "./refusal";

/** What it makes of this client. */
export const client: readonly Refusal[] = [
  {
    pattern: /client version \S+ is too old/i,
    code: "client-too-old",
    says: `is on an engine that no longer speaks API version ${newestKnown}, the newest that this provider knows`,
    remedy: "Use a newer version of this provider, or lower the engine's floor (`DOCKER_MIN_API_VERSION`).",
  },
  {
    pattern: /HTTP request to an HTTPS server/i,
    code: "tls-mismatch",
    says: "is on an engine that speaks TLS",
    remedy: "Give the TLS material: `ca`, and `cert` and `key` where the engine asks for a client's certificate.",
  },
];
