/**
 * Records what the Docker client asks of an engine when it deploys a stack file: for each file of the corpus the
 * requests that make something, in `fixtures/NAME.json`. The engine is a listener on a socket that says yes; none is needed.
 *
 *     npx tsx __tests__/constructs/compose/sameness/record.ts
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpus } from "./corpus";

interface Made {
  readonly kind: string;
  readonly body: { readonly Name: string };
}

const kinds = ["networks", "secrets", "configs", "services"];
let made: Made[] = [];

function answer(request: IncomingMessage, body: string): unknown {
  const url = new URL(request.url!.replace(/^\/v[\d.]+/, ""), "http://engine");
  const [, kind = "", id] = url.pathname.split("/");
  if (kind === "info") return { Swarm: { ControlAvailable: true, LocalNodeState: "active" } };
  if (!kinds.includes(kind)) return "OK";
  const known = made
    .filter((item) => item.kind === kind)
    .map(({ body }) => ({ ID: body.Name, Name: body.Name, Spec: body }));
  if (id === "create") {
    const item = { kind, body: JSON.parse(body) };
    made.push(item);
    return { ID: item.body.Name, Id: item.body.Name };
  }
  const one = known.find(({ Name }) => Name === id);
  // A network that was not made is external, and there; a secret or config is asked for to see whether to make it.
  if (id) return one ?? (kind === "networks" ? { Id: id, Name: id, Scope: "swarm" } : undefined);
  const names: string[] = Object.keys(JSON.parse(url.searchParams.get("filters") ?? "{}").name ?? {});
  return names.map((Name) => ({ ID: Name, Name, Spec: { Name } }));
}

async function main(): Promise<void> {
  const socket = join(mkdtempSync(join(tmpdir(), "t-compose-record-")), "engine.sock");
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const found = answer(request, body);
      response.writeHead(found ? 200 : 404, {
        "Content-Type": "application/json",
        "Api-Version": "1.47",
        Ostype: "linux",
      });
      response.end(request.method === "HEAD" ? "" : JSON.stringify(found ?? { message: "not found" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const client = execFileSync("docker", ["--version"], { encoding: "utf8" }).trim();
  for (const { name, file, recording } of corpus) {
    made = [];
    const args = ["stack", "deploy", "--resolve-image", "never", "--detach=true", "-c", file, "st"];
    const child = spawn("docker", args, { env: { ...process.env, DOCKER_HOST: `unix://${socket}` }, stdio: "inherit" });
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    if (code !== 0) throw new Error(`docker stack deploy of ${name} ended with ${code}`);
    const order = ({ kind, body }: Made) => `${kinds.indexOf(kind)} ${body.Name}`;
    made.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    writeFileSync(recording, `${JSON.stringify({ client, made }, null, 1)}\n`);
  }
  server.close();
}

void main();
