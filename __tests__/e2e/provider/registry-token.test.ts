import type { RegistryAuth } from "../../../engine";
import { registryToken } from "../../../provider/ephemeral-resources/registry-token";
import type { Services } from "../../../provider/resources/define";
import type { ObjectValue } from "../../../provider/schema";
import { openEphemeral } from "../../../provider/schema/operations";
import { type RegistryProcess, startRegistry, user } from "./resources/image/registry-process";
import { LIFE, startTokenRegistry, type TokenRegistry } from "./token-registry";

jest.setTimeout(60_000);
let registry: TokenRegistry;
let locked: RegistryProcess;
beforeAll(async () => {
  [registry, locked] = await Promise.all([startTokenRegistry(), startRegistry({ password: true })]);
});
afterAll(() => Promise.all([registry?.stop(), locked?.stop()]));

const opened = (config: ObjectValue, auth: RegistryAuth | undefined = user) =>
  openEphemeral(registryToken, {
    config: { actions: undefined, insecure_skip_verify: undefined, token: undefined, expires_at: undefined, ...config },
    services: { registries: { for: async () => auth } } as unknown as Services,
    signal: new AbortController().signal,
  });

/** What the registry answers to a request with the token. */
const status = async (path: string, token: unknown, method = "GET") =>
  (await fetch(`http://${registry.address}/v2/${path}`, { method, headers: { Authorization: `Bearer ${token}` } }))
    .status;

test("a token is good for what it was asked for, and for nothing else", async () => {
  const { result, diagnostics } = await opened({ name: `${registry.address}/app:v1`, actions: ["push", "pull"] });
  expect(diagnostics).toEqual([]);
  expect(registry.scopes.at(-1)).toBe("repository:app:pull,push");
  expect(await status("app/blobs/uploads/", result!["token"], "POST")).toBe(202);
  expect(await status("other/blobs/uploads/", result!["token"], "POST")).toBe(401);
  const left = Date.parse(String(result!["expires_at"])) - Date.now();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(LIFE * 1000);
});

test("unless more is asked for, it is good for pulls", async () => {
  const { result } = await opened({ name: `${registry.address}/app` });
  expect(registry.scopes.at(-1)).toBe("repository:app:pull");
  expect(await status("app/blobs/uploads/", result!["token"], "POST")).toBe(401);
});

test("whoever the registry does not know has none", async () => {
  const { result, diagnostics } = await opened(
    { name: `${registry.address}/app` },
    { username: "lab", password: "guess" },
  );
  expect(result).toBeUndefined();
  expect(diagnostics).toMatchObject([{ severity: "error", path: ["name"] }]);
  expect(JSON.stringify(diagnostics)).not.toContain("guess");
});

test("a registry that goes by passwords gives none, and says so", async () => {
  const { result, diagnostics } = await opened({ name: `${locked.address}/app` });
  expect(result).toBeUndefined();
  expect(diagnostics).toMatchObject([{ summary: `the registry ${locked.address} gives no tokens`, path: ["name"] }]);
});
