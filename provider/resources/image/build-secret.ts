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
  const { env, src } = sourceOf(secret);
  if (env !== undefined) {
    const value = own(process.env, env);
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

/** Where it comes from: of a secret that says nothing of it, its id does, as with `docker build --secret id=ID`. */
function sourceOf({ id, env, src }: Build["secrets"][number]): { readonly env?: string; readonly src?: string } {
  if (env || src) return { env: env || undefined, src: src || undefined };
  return { env: id, src: id };
}

const missing = (id: string, what: string, change: string) =>
  attributeError(["build"], `secret "${id}" cannot be had`, `${what}; ${change}`);
