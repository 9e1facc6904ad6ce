import { parseObject } from "./body";
import type { Credentials } from "./credentials/credentials";
import { RegistryError } from "./error";
import { exchange, type RegistryResponse } from "./exchange";
import { isLoopback } from "./host";
import { connectionProblem, refusalProblem } from "./refusal";

export interface TokenRequest {
  /** Of the challenge: `realm`, `service`, `scope`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly credentials: Credentials | undefined;
  /** The registry's, for the error. */
  readonly host: string;
  /** Take the token server for who it says it is. @default - where it is on loopback */
  readonly insecure?: boolean;
  readonly signal?: AbortSignal;
}

export interface Token {
  readonly value: string;
  readonly expiresAt: Date;
}

/** Seconds that a token lasts whose server does not say. */
const SHORTEST = 60;

/** A token for what was asked, of the server that the registry trusts (https://distribution.github.io/distribution/spec/auth/token/). */
export async function askToken(request: TokenRequest): Promise<Token> {
  const { host, parameters } = request;
  const response = await answer(request);
  if (response.status >= 300) throw refusalProblem(response, `a token for ${parameters["scope"] ?? host}`, host);
  const {
    token,
    access_token,
    expires_in: seconds = SHORTEST,
    issued_at,
  } = parseObject<Answered>(response.body, host, "its token server");
  const value = token ?? access_token;
  if (!value) throw new RegistryError("malformed", "", host, "its token server gave no token");
  const issued = Date.parse(issued_at ?? "") || Date.now();
  return { value, expiresAt: new Date(issued + seconds * 1000) };
}

async function answer(request: TokenRequest): Promise<RegistryResponse> {
  const { host, parameters } = request;
  try {
    return await send(request);
  } catch (error) {
    throw connectionProblem(error, parameters["realm"] ?? host);
  }
}

function send({ parameters, credentials, signal, ...options }: TokenRequest): Promise<RegistryResponse> {
  const { realm = "", service, scope } = parameters;
  const url = new URL(realm);
  const insecure = options.insecure ?? isLoopback(url.host);
  const asked = Object.entries({ service, scope }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (credentials?.identitytoken) {
    const form = new URLSearchParams([
      ...asked,
      ["grant_type", "refresh_token"],
      ["client_id", "docker-stages"],
      ["refresh_token", credentials.identitytoken],
    ]);
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    return exchange({ method: "POST", url, headers, body: form.toString(), insecure, signal });
  }
  for (const [name, value] of asked) {
    // Several scopes are told apart by blanks in the challenge, and are repeated here.
    for (const each of name === "scope" ? value.split(" ") : [value]) url.searchParams.append(name, each);
  }
  const { username, password = "" } = credentials ?? {};
  if (username === undefined) return exchange({ method: "GET", url, insecure, signal });
  const basic = Buffer.from(`${username}:${password}`).toString("base64");
  return exchange({ method: "GET", url, headers: { Authorization: `Basic ${basic}` }, insecure, signal });
}

interface Answered {
  readonly token?: string;
  readonly access_token?: string;
  readonly expires_in?: number;
  readonly issued_at?: string;
}
