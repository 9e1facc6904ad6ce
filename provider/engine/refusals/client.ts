import type { Refusal } from "./refusal";

/** What it makes of this client. */
export const client: readonly Refusal[] = [
  {
    words: /client version \S+ is too old/i,
    code: "client-too-old",
    says: "is on an engine that no longer speaks this client's API version",
    remedy: "Use a newer docker-stages, or an engine that still speaks API version 1.51.",
  },
  {
    words: /HTTP request to an HTTPS server/i,
    code: "tls-mismatch",
    says: "is on an engine that speaks TLS",
    remedy: "Give the TLS material: `ca`, and `cert` and `key` where the engine asks for a client's certificate.",
  },
];
