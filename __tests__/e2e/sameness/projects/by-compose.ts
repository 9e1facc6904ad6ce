import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Engine } from "../../../../engine";
import type { ProjectDocument } from "./documents";
import { type Inspected, inspectedProject } from "./inspected";

/** Of the tool's projects, and of ours. */
export const projectName = ({ name }: ProjectDocument): string => `t-same-${name}`;

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
): Promise<Inspected | string> {
  const folder = mkdtempSync(join(tmpdir(), "projects-"));
  const file = layDocument(document, folder);
  const compose = (...args: string[]) =>
    execFileSync(program, ["-p", projectName(document), "-f", file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  try {
    compose("up", "-d", "--quiet-pull");
    return await inspectedProject(engine, projectName(document), join(folder, document.name));
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error);
  } finally {
    try {
      compose("down", "-v", "-t", "0");
    } catch {
      // What cannot be read was not brought up either.
    }
    rmSync(folder, { recursive: true });
  }
}
