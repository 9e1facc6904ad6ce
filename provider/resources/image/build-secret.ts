import { readFileSync } from "node:fs";
import { own } from "../../../foreign/own";
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
  const source = secretSource(secret);
  if ("env" in source) return Buffer.from(own(process.env, source.env)!);
  const { src } = source;
  if (src === undefined)
    throw missing(
      id,
      `the environment variable ${secret.env} is not set`,
      `export ${secret.env}, or name a file in \`src\``,
    );
  try {
    return readFileSync(src);
  } catch (error) {
    throw missing(id, `the file ${src} cannot be read (${(error as NodeJS.ErrnoException).code})`, "correct `src`");
  }
}

/**
 * Where it comes from: a variable that is set, or else a file. Of a secret that says nothing of it, its id names both,
 * as with `docker build --secret id=ID`.
 */
export function secretSource(secret: Build["secrets"][number]): { readonly env: string } | { readonly src?: string } {
  const isBare = !secret.env && !secret.src;
  const { env, src } = isBare ? { env: secret.id, src: secret.id } : secret;
  return env && own(process.env, env) !== undefined ? { env } : { src: src || undefined };
}

const missing = (id: string, what: string, change: string) =>
  attributeError(["build"], `secret "${id}" cannot be had`, `${what}; ${change}`);
