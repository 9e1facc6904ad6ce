import { readFileSync } from "node:fs";
import { attributeError } from "../../schema";
import type { Build } from "./build-query";

/**
 * The secret of that id; undefined where none is declared.
 *
 * @throws DiagnosticError where it is declared and cannot be had
 */
export function readSecret(secrets: Build["secrets"], id: string): Buffer | undefined {
  const secret = secrets.find((candidate) => candidate.id === id);
  if (!secret) return undefined;
  const { env, src } = secret;
  if (env !== undefined) {
    const value = process.env[env];
    if (value !== undefined) return Buffer.from(value);
    if (src === undefined)
      throw missing(id, `the environment variable ${env} is not set`, `export ${env}, or name a file in \`src\``);
  }
  try {
    return readFileSync(src!);
  } catch (error) {
    throw missing(id, `the file ${src} cannot be read (${(error as NodeJS.ErrnoException).code})`, "correct `src`");
  }
}

const missing = (id: string, what: string, change: string) =>
  attributeError(["build"], `secret "${id}" cannot be had`, `${what}; ${change}`);
