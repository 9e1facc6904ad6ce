import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { TlsMaterial } from "../../engine";
import { attributeError } from "../schema";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a Docker context's engine answers. */
export interface DockerContext {
  readonly host: string;
  readonly tls?: TlsMaterial;
}

/**
 * A context as the docker CLI keeps it, by name.
 * Source: https://docs.docker.com/engine/manage-resources/contexts/ (a folder per context, named by the SHA-256 of its name).
 */
export function readDockerContext(name: string, environment: Environment): DockerContext {
  const id = createHash("sha256").update(name).digest("hex");
  const folders = configurationFolders(environment);
  const metaFileIn = (folder: string) => join(folder, "contexts", "meta", id, "meta.json");
  const folder = folders.find((candidate) => existsSync(metaFileIn(candidate)));
  if (folder === undefined) {
    throw attributeError(
      ["context"],
      `no Docker context named "${name}"`,
      `looked in ${folders.map((each) => join(each, "contexts")).join(" and ")}; \`docker context ls\` lists those that exist`,
    );
  }
  const metaFile = metaFileIn(folder);
  const host = hostIn(readFileSync(metaFile, "utf8"));
  if (!host)
    throw attributeError(
      ["context"],
      `the Docker context "${name}" names no engine`,
      `${metaFile} is no JSON with an \`Endpoints.docker.Host\`; \`docker context rm\` and \`docker context create\` make it anew`,
    );
  return { host, tls: readTls(join(folder, "contexts", "tls", id, "docker")) };
}

/** The engine that a context's `meta.json` names; undefined where it names none, or is no JSON. */
function hostIn(text: string): string | undefined {
  try {
    const meta = JSON.parse(text) as { Endpoints?: { docker?: { Host?: string } } } | null;
    return meta?.Endpoints?.docker?.Host;
  } catch {
    return undefined;
  }
}

/** TLS material of a folder with Docker's names for it; undefined where there is none. */
export function readTls(folder: string): TlsMaterial | undefined {
  const read = (file: string) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : undefined;
  const material = { ca: read("ca.pem"), cert: read("cert.pem"), key: read("key.pem") };
  return Object.values(material).some((part) => part !== undefined) ? material : undefined;
}

/** Docker's own folder, and the only one that the community provider looks in: to it, DOCKER_CONFIG names a file. */
function configurationFolders({ DOCKER_CONFIG: configured, HOME: home = homedir() }: Environment): string[] {
  const own = join(home, ".docker");
  return configured ? [configured, own] : [own];
}
