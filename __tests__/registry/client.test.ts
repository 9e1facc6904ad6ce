import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RegistryClient, type RegistryClientOptions } from "../../registry";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `127.0.0.1:${(server.address() as { port: number }).port}`;
}

const start = (listener: RequestListener) => listen(createServer(listener));
const clientOf = (host: string, more: Partial<RegistryClientOptions> = {}) => new RegistryClient({ host, ...more });

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
const basicOf = ({ headers }: IncomingMessage) =>
  Buffer.from(headers.authorization?.replace(/^Basic /, "") ?? "", "base64").toString();

describe("who asks", () => {
  /** A registry that wants a token, and the server that gives it to lab. */
  async function withTokens(answer: (request: IncomingMessage, body: string) => unknown) {
    const asked: string[] = [];
    const realm = await start(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString();
      asked.push(`${request.method} ${request.url} ${basicOf(request)} ${body}`.trim());
      const given = answer(request, body);
      json(response, given === undefined ? 401 : 200, given ?? { details: "incorrect username or password" });
    });
    const host = await start((request, response) => {
      if (request.headers.authorization === "Bearer good") {
        response.writeHead(200, { "Docker-Content-Digest": "sha256:1" }).end();
        return;
      }
      const challenge = `Bearer realm="http://${realm}/token",service="lab",scope="repository:a:pull repository:b:pull"`;
      json(response, 401, { errors: [{ code: "UNAUTHORIZED" }] }, { "WWW-Authenticate": challenge });
    });
    return { host, asked };
  }

  test("a token for everybody", async () => {
    const { host, asked } = await withTokens(() => ({ token: "good" }));
    expect(await clientOf(host).tryDigest("a", "1")).toBe("sha256:1");
    expect(asked).toEqual(["GET /token?service=lab&scope=repository%3Aa%3Apull&scope=repository%3Ab%3Apull"]);
  });

  test("a token for a user, asked for once", async () => {
    const { host, asked } = await withTokens(() => ({ access_token: "good" }));
    const client = clientOf(host, { credentials: { username: "lab", password: "p" } });
    await client.tryDigest("a", "1");
    await client.tryDigest("a", "2");
    expect(asked).toEqual([expect.stringMatching(/^GET \/token\S* lab:p$/)]);
  });

  test("a token for somebody who is logged in already", async () => {
    const { host, asked } = await withTokens(() => ({ access_token: "good" }));
    expect(await clientOf(host, { credentials: { identitytoken: "t" } }).tryDigest("a", "1")).toBe("sha256:1");
    expect(asked).toEqual([expect.stringMatching(/^POST \/token .*grant_type=refresh_token.*refresh_token=t$/)]);
  });

  test("no token", async () => {
    const { host } = await withTokens(() => undefined);
    const client = clientOf(host, { credentials: { username: "lab", password: "wrong" } });
    await expect(client.tryDigest("a", "1")).rejects.toMatchObject({ code: "unauthorized" });
  });

  test.each([
    { what: "nothing", given: {} },
    { what: "an empty one", given: { token: "" } },
    { what: "null", given: null },
    { what: "a list", given: [] },
  ])("a server that gives $what", async ({ given }) => {
    const { host } = await withTokens(() => given);
    await expect(clientOf(host).tryDigest("a", "1")).rejects.toMatchObject({ code: "malformed" });
  });

  test("a token that is not good enough", async () => {
    const { host } = await withTokens(() => ({ token: "bad" }));
    await expect(clientOf(host).tryDigest("a", "1")).rejects.toMatchObject({ code: "unauthorized" });
  });

  test("a password", async () => {
    const host = await start((request, response) => {
      if (basicOf(request) === "lab:p:q") return response.writeHead(200, { "Docker-Content-Digest": "sha256:1" }).end();
      return json(response, 401, {}, { "WWW-Authenticate": 'Basic realm="x"' });
    });
    expect(await clientOf(host, { credentials: { username: "lab", password: "p:q" } }).tryDigest("a", "1")).toBe(
      "sha256:1",
    );
    await expect(clientOf(host).tryDigest("a", "1")).rejects.toMatchObject({ code: "unauthorized" });
  });

  test("credentials do not follow a redirect to another host", async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await start((request, response) => {
      seen.push(request.headers.authorization);
      json(response, 200, {});
    });
    const host = await start((request, response) => {
      if (!request.headers.authorization) return json(response, 401, {}, { "WWW-Authenticate": "Basic" });
      return response.writeHead(307, { Location: `http://${elsewhere}/blob` }).end();
    });
    await clientOf(host, { credentials: { username: "u" } }).json("a", "sha256:1");
    expect(seen).toEqual([undefined]);
  });
});

describe("answers", () => {
  test("a digest that is told with the manifest alone, or not at all", async () => {
    const content = '{"a":1}';
    const told = await start((request, response) => {
      response.writeHead(200, request.method === "GET" ? { "Docker-Content-Digest": "sha256:told" } : {}).end(content);
    });
    expect(await clientOf(told).tryDigest("a", "1")).toBe("sha256:told");
    const silent = await start((_request, response) => response.writeHead(200).end(content));
    expect(await clientOf(silent).tryDigest("a", "1")).toBe(
      "sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862",
    );
  });

  test("lists of manifests are accepted as manifests are, Docker's and OCI's", async () => {
    let accept = "";
    const host = await start((request, response) => {
      accept = request.headers.accept ?? "";
      response.writeHead(200, { "Docker-Content-Digest": "sha256:1" }).end();
    });
    await clientOf(host).tryDigest("a", "1");
    expect(accept.split(", ")).toHaveLength(4);
  });

  test("tags, page after page", async () => {
    const host = await start((request, response) => {
      const isSecond = request.url?.includes("last=b");
      const link = isSecond ? {} : { Link: '</v2/a/tags/list?last=b&n=2>; rel="next"' };
      json(response, 200, { tags: isSecond ? ["c"] : ["a", "b"] }, link as Record<string, string>);
    });
    expect(await clientOf(host).tags("a")).toEqual(["a", "b", "c"]);
  });

  test("pages that lead back to the first are given up", async () => {
    const next = { Link: '</v2/a/tags/list?last=b>; rel="next"' };
    const host = await start((_request, response) => json(response, 200, { tags: ["b"] }, next));
    await expect(clientOf(host).tags("a")).rejects.toMatchObject({
      code: "malformed",
      problems: [{ said: "its list of tags has no end" }],
    });
  });

  test("no tags", async () => {
    const host = await start((_request, response) => json(response, 200, { name: "a", tags: null }));
    expect(await clientOf(host).tags("a")).toEqual([]);
  });
});

describe("refusals", () => {
  const rows = [
    { status: 401, code: "unauthorized" },
    { status: 403, code: "forbidden" },
    { status: 404, code: "absent" },
    { status: 405, code: "unsupported" },
    { status: 429, code: "too-many-requests" },
    { status: 500, code: "failed" },
  ];
  test.each(rows)("$status is $code, in the registry's words", async ({ status, code }) => {
    const host = await start((_request, response) =>
      json(response, status, { errors: [{ code: "X", message: "says why" }] }),
    );
    await expect(clientOf(host).manifest("a/b", "1")).rejects.toMatchObject({
      code,
      problems: [{ said: "says why", where: `Asked: ${host}` }],
    });
  });

  test("what is not there is no error where one may ask for it", async () => {
    const host = await start((_request, response) => json(response, 404, {}));
    expect(await clientOf(host).tryDigest("a", "1")).toBeUndefined();
    await clientOf(host).removeManifest("a", "sha256:1");
  });

  test("a page instead of an answer", async () => {
    const host = await start((_request, response) => response.writeHead(502).end("<html>Bad Gateway</html>"));
    await expect(clientOf(host).manifest("a", "1")).rejects.toMatchObject({
      code: "failed",
      problems: [{ said: "status 502" }],
    });
  });

  test("something that is no JSON", async () => {
    const host = await start((_request, response) => response.writeHead(200).end("no"));
    await expect(clientOf(host).json("a", "sha256:1")).rejects.toMatchObject({ code: "malformed" });
  });

  test.each(["null", "[]", "1"])("%s in place of an object", async (body) => {
    const host = await start((_request, response) => response.writeHead(200).end(body));
    await expect(clientOf(host).tags("a")).rejects.toMatchObject({ code: "malformed" });
  });

  test("an answer without an end", async () => {
    const part = Buffer.alloc(1_048_576);
    const host = await start((_request, response) => {
      const more = () => void response.write(part, () => !response.destroyed && setImmediate(more));
      response.writeHead(200);
      more();
    });
    await expect(clientOf(host).manifest("a", "1")).rejects.toMatchObject({
      code: "unreachable",
      problems: [{ said: "its answer has more than 33554432 bytes" }],
    });
  });

  test("redirects without end", async () => {
    const host = await start((request, response) => response.writeHead(302, { Location: request.url ?? "" }).end());
    await expect(clientOf(host).manifest("a", "1")).rejects.toMatchObject({
      code: "unreachable",
      problems: [{ said: expect.stringContaining("redirects") }],
    });
  });

  test("a connection that breaks", async () => {
    const host = await start((request) => request.socket.destroy());
    await expect(clientOf(host).manifest("a", "1")).rejects.toMatchObject({ code: "unreachable" });
  });

  test("given up", async () => {
    const host = await start(() => {});
    const asked = clientOf(host, { plain: true, signal: AbortSignal.timeout(50) }).manifest("a", "1");
    await expect(asked).rejects.toMatchObject({ code: "unreachable" });
  });
});

describe("TLS", () => {
  let folder: string;
  let pair: { key: Buffer; cert: Buffer };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "t-image-tls-"));
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const request = [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-subj",
      "/CN=lab",
    ];
    execFileSync("openssl", [...request, "-keyout", key, "-out", cert, "-days", "2"], { stdio: "ignore" });
    pair = { key: readFileSync(key), cert: readFileSync(cert) };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const secure = () =>
    listen(
      createSecureServer(pair, (_request, response) =>
        response.writeHead(200, { "Docker-Content-Digest": "sha256:1" }).end(),
      ),
    );

  test("a certificate that nobody vouches for is refused, with what helps", async () => {
    const host = await secure();
    await expect(clientOf(host, { insecure: false }).tryDigest("a", "1")).rejects.toMatchObject({
      code: "untrusted",
      problems: [{ remedy: expect.stringContaining("insecure_skip_verify") }],
    });
  });

  test("it is taken where that is asked for, and on loopback", async () => {
    const host = await secure();
    expect(await clientOf(host, { insecure: true }).tryDigest("a", "1")).toBe("sha256:1");
    expect(await clientOf(host).tryDigest("a", "1")).toBe("sha256:1");
  });

  test("a registry that speaks none is not fallen for where TLS is wanted", async () => {
    const host = await start((_request, response) => response.writeHead(200).end());
    await expect(clientOf(host, { insecure: false }).tryDigest("a", "1")).rejects.toMatchObject({
      code: "unreachable",
    });
  });
});
