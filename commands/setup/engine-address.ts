import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { defaultUrl, type TlsMaterial } from "../../engine";
import { LabProblem } from "../problem";

/** The engine that is meant, as Docker's own command line would choose it. */
export interface EngineChoice {
  readonly url: string;
  readonly tls?: TlsMaterial;
  /** Whether nobody named it: then ./lab may set it up. */
  readonly isDefault: boolean;
  /** Variables that make Terraform's provider choose it too. */
  readonly env: Readonly<Record<string, string>>;
}

interface ContextMetadata {
  readonly Endpoints?: { readonly docker?: { readonly Host?: string } };
}

/**
 * DOCKER_HOST, or else the Docker context that DOCKER_CONTEXT or `docker context use` names, or else the local socket
 * (https://docs.docker.com/engine/manage-resources/contexts/).
 *
 * @throws LabProblem `context-unknown`
 */
export function chooseEngine(env: NodeJS.ProcessEnv = process.env): EngineChoice {
  const folder = env["DOCKER_CONFIG"] || join(homedir(), ".docker");
  if (env["DOCKER_HOST"]) {
    const tls = env["DOCKER_TLS_VERIFY"] ? tlsIn(env["DOCKER_CERT_PATH"] || folder) : undefined;
    return { url: env["DOCKER_HOST"], tls, isDefault: false, env: {} };
  }
  const current = readJson<{ currentContext?: string }>(join(folder, "config.json"))?.currentContext;
  const context = env["DOCKER_CONTEXT"] || current;
  if (!context || context === "default") return { url: defaultUrl, isDefault: true, env: {} };
  const id = createHash("sha256").update(context).digest("hex");
  const url = readJson<ContextMetadata>(join(folder, "contexts/meta", id, "meta.json"))?.Endpoints?.docker?.Host;
  if (!url) throw LabProblem.of("context-unknown", { context });
  const certificates = join(folder, "contexts/tls", id, "docker");
  const tls = tlsIn(certificates);
  const tlsEnv: Record<string, string> = tls ? { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: certificates } : {};
  return { url, tls, isDefault: false, env: { DOCKER_HOST: url, ...tlsEnv } };
}

/** `ca.pem`, `cert.pem` and `key.pem` of a folder; undefined where it has none of them. */
function tlsIn(folder: string): TlsMaterial | undefined {
  const [ca, cert, key] = ["ca.pem", "cert.pem", "key.pem"].map((name) => tryRead(join(folder, name)));
  return ca || cert || key ? { ca, cert, key } : undefined;
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(tryRead(file) ?? "") as T;
  } catch {
    return undefined;
  }
}

function tryRead(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
