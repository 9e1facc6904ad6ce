import { RegistryError, type RegistryErrorCode } from "./error";
import type { RegistryResponse } from "./exchange";

/** By status; the first row that fits counts. */
const byStatus: readonly { readonly status: number; readonly code: RegistryErrorCode }[] = [
  { status: 401, code: "unauthorized" },
  { status: 403, code: "forbidden" },
  { status: 404, code: "absent" },
  { status: 405, code: "unsupported" },
  { status: 429, code: "too-many-requests" },
];

/** What a registry's refusal means. @param what was asked for, `image "app:1"` */
export function refusalProblem({ status, body }: RegistryResponse, what: string, host: string): RegistryError {
  const { code = "failed" } = byStatus.find((row) => row.status === status) ?? {};
  return new RegistryError(code, what, host, wordsOf(body) || `status ${status}`);
}

/** What a broken connection means. */
export function connectionProblem(error: unknown, host: string): RegistryError {
  if (error instanceof RegistryError) return error;
  const { code = "", message } = (error instanceof AggregateError ? error.errors[0] : error) as NodeJS.ErrnoException;
  const isUntrusted = /SELF_SIGNED|UNABLE_TO_|^CERT_|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH/.test(code);
  return new RegistryError(isUntrusted ? "untrusted" : "unreachable", "", host, message);
}

/** Registries say `{ "errors": [{ "code", "message" }] }`; what stands before them may say anything. */
function wordsOf(body: Buffer): string {
  const text = body.toString();
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: { code?: string; message?: string }[] };
    return errors.map(({ code, message }) => message || code || "").join("; ");
  } catch {
    return text.startsWith("<") ? "" : text.slice(0, 200);
  }
}
