import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where what machines are made of is kept between runs, for every checkout. */
export const machinesCache = (): string =>
  join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "docker-stages/machines");

/** A short name for something that is made of `parts`: other parts, another name. */
export const nameOf = (parts: unknown): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
