import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Engine } from "../../../../engine";
import type { ProjectDocument } from "./documents";
import { type Inspected, inspectedProject } from "./inspected";
import type { OwnNames } from "./own-names";

/** A folder with a document, and what stands beside it. */
export function layDocument({ name, text, beside = {} }: ProjectDocument, folder: string): string {
  for (const [path, content] of Object.entries({ "compose.yml": text, ...beside })) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(folder, name, "compose.yml");
}

/** What `docker compose up -d` makes of a document, or what it complains of. */
export async function byCompose(
  engine: Engine,
  program: string,
  document: ProjectDocument,
  names: OwnNames,
): Promise<Inspected | string> {
  const folder = mkdtempSync(join(tmpdir(), "projects-"));
  const file = layDocument(document, folder);
  const project = names.project(document);
  const compose = (...args: string[]) =>
    execFileSync(program, ["-p", project, "-f", file, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...names.variables },
    });
  try {
    compose("up", "-d", "--quiet-pull");
    return await inspectedProject(engine, { project, names, folder: join(folder, document.name) });
  } catch (error) {
    return names.plain(String((error as { stderr?: Buffer }).stderr ?? error));
  } finally {
    try {
      compose("down", "-v", "-t", "0");
    } catch {
      // What cannot be read was not brought up either.
    }
    rmSync(folder, { recursive: true });
  }
}
