import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Engine } from "../../../../engine";
import type { ProjectDocument } from "./documents";
import { type Inspected, inspectedProject } from "./inspected";
import type { OwnNames } from "./own-names";
import type { Recorded, RecordingProxy } from "./requests";

/** A folder with a document, and what stands beside it. */
export function layDocument({ name, text, beside = {} }: ProjectDocument, folder: string): string {
  for (const [path, content] of Object.entries({ "compose.yml": text, ...beside })) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(folder, name, "compose.yml");
}

const run = promisify(execFile);

/** The folder of a document, in what is recorded of it. */
export const FOLDER = "/documents";

interface ByCompose {
  readonly inspected: Inspected;
  readonly requests: readonly Recorded[];
}

/** What `docker compose up -d` asks for and makes of a document, or what it complains of. */
export async function byCompose(
  engine: Engine,
  program: string,
  document: ProjectDocument,
  names: OwnNames,
  proxy: RecordingProxy,
): Promise<ByCompose | string> {
  const folder = mkdtempSync(join(tmpdir(), "projects-"));
  const file = layDocument(document, folder);
  const project = names.project(document);
  const compose = (env: Readonly<Record<string, string>>, ...args: string[]) =>
    run(program, ["-p", project, "-f", file, ...args], { env: { ...process.env, ...names.variables, ...env } });
  const ground = { project, names, folder: join(folder, document.name) };
  try {
    await compose({ DOCKER_HOST: proxy.url }, "up", "-d", "--quiet-pull");
    const requests = names.plain(JSON.stringify(proxy.take()).replaceAll(ground.folder, FOLDER));
    return { inspected: await inspectedProject(engine, ground), requests: JSON.parse(requests) as Recorded[] };
  } catch (error) {
    return names.plain(String((error as { stderr?: string }).stderr ?? error));
  } finally {
    try {
      // Commands in containers are no requests that the proxy could pass on.
      await compose({}, "down", "-v", "-t", "0");
    } catch {
      // What cannot be read was not brought up either.
    }
    proxy.take();
    rmSync(folder, { recursive: true });
  }
}
