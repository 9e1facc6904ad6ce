import { sign } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createIdentity, pem } from "../../../provider/plugin/go-plugin/certificate";
import { freePort } from "../free-port";
import { type RegistryProcess, startRegistry, user } from "./resources/image/registry-process";

const SERVICE = "registry";
const ISSUER = "tests";
/** Seconds. */
export const LIFE = 300;

/** A real registry on loopback that lets in whoever has a token, and the server that gives them to `user`. */
export interface TokenRegistry extends RegistryProcess {
  /** The scopes that tokens were asked for, in their order. */
  readonly scopes: readonly string[];
}

export async function startTokenRegistry(): Promise<TokenRegistry> {
  const folder = mkdtempSync(join(tmpdir(), "t-token-registry-"));
  const identity = createIdentity();
  writeFileSync(join(folder, "root.pem"), pem(identity.certificate));
  const scopes: string[] = [];
  const server = createServer((request, response) => {
    const scope = new URL(request.url ?? "", "http://tokens").searchParams.get("scope") ?? "";
    scopes.push(scope);
    response.statusCode = isUser(request) ? 200 : 401;
    response.end(JSON.stringify(isUser(request) ? { token: tokenFor(scope, identity), expires_in: LIFE } : {}));
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const registry = await startRegistry({
    environment: {
      REGISTRY_AUTH_TOKEN_REALM: `http://127.0.0.1:${port}/token`,
      REGISTRY_AUTH_TOKEN_SERVICE: SERVICE,
      REGISTRY_AUTH_TOKEN_ISSUER: ISSUER,
      REGISTRY_AUTH_TOKEN_ROOTCERTBUNDLE: join(folder, "root.pem"),
    },
  });
  return {
    address: registry.address,
    scopes,
    async stop() {
      await registry.stop();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const isUser = ({ headers: { authorization } }: IncomingMessage): boolean =>
  authorization === `Basic ${Buffer.from(`${user.username}:${user.password}`).toString("base64")}`;

/** Source: https://distribution.github.io/distribution/spec/auth/jwt/ */
function tokenFor(scope: string, { certificate, privateKey }: ReturnType<typeof createIdentity>): string {
  const [type, name, actions = ""] = scope.split(":");
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { iss: ISSUER, sub: "lab", aud: SERVICE, exp: now + LIFE, nbf: now - 10, iat: now, jti: `${now}` };
  const access = type === "repository" ? [{ type, name, actions: actions.split(",") }] : [];
  const signed = [
    part({ typ: "JWT", alg: "ES256", x5c: [certificate.toString("base64")] }),
    part({ ...claims, access }),
  ].join(".");
  const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}
