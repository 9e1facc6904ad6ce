import { readFileSync } from "node:fs";
import type { HostConfig } from "../../../engine";
import { attributeError } from "../../schema";

/** The docker CLI's own: the engine knows it as empty lists of masked and read-only paths. */
const SYSTEM_PATHS = "systempaths=unconfined";
const BUILT_IN_PROFILES: readonly string[] = ["unconfined", "builtin"];

/** `seccomp:FILE` is an old way to write `seccomp=FILE`. */
function optionOf(text: string): { readonly name: string; readonly value: string } {
  const [, name = text, value = ""] = /^([a-z-]+)[=:](.*)$/s.exec(text) ?? [];
  return name === "no-new-privileges" ? { name, value: value || "true" } : { name, value };
}

/** One spelling for all of one option. */
export const optionKey = (text: string): string => {
  const { name, value } = optionOf(text);
  return `${name}=${value}`;
};

/** Options without a value; the engine reads `disable` as `label=disable`. */
const FLAGS: readonly string[] = ["no-new-privileges", "disable"];
const NAMES = ["apparmor", "label", "no-new-privileges", "seccomp", "systempaths"];

/** Complains about options that the docker CLI would not take. */
export function validateSecurityOptions(options: readonly string[]): string | undefined {
  const complaints = options.flatMap((text) => {
    const { name, value } = optionOf(text);
    if (name === "systempaths" && value !== "unconfined") return [`${JSON.stringify(text)}: write \`${SYSTEM_PATHS}\``];
    if (value !== "" || /[=:]/.test(text) || FLAGS.includes(text)) return [];
    return [`${JSON.stringify(text)}: write \`NAME=VALUE\`; names are ${NAMES.join(", ")}`];
  });
  return complaints.length > 0 ? complaints.join("; ") : undefined;
}

/** As the engine takes them: profiles are read from their files, system paths are lists of their own. */
export function securityRequest(options: readonly string[] | undefined): HostConfig {
  if (options === undefined) return {};
  const rest = options.filter((text) => optionKey(text) !== SYSTEM_PATHS);
  const SecurityOpt = rest.map(toEngine);
  return rest.length === options.length ? { SecurityOpt } : { SecurityOpt, MaskedPaths: [], ReadonlyPaths: [] };
}

function toEngine(text: string): string {
  const { name, value } = optionOf(text);
  // The engine itself takes the profile's content, not its file.
  const isFile = name === "seccomp" && !BUILT_IN_PROFILES.includes(value) && !value.trimStart().startsWith("{");
  return isFile ? `seccomp=${readProfile(value)}` : text;
}

/** The profile without white space, as the docker CLI sends it. */
function readProfile(file: string): string {
  const remedy = "write `seccomp=FILE` with the path of a profile in JSON on this machine, or `seccomp=unconfined`";
  try {
    return JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const { message } = error as Error;
    throw attributeError(
      ["security_opts"],
      `the seccomp profile ${JSON.stringify(file)} cannot be read`,
      `${message}\n${remedy}`,
    );
  }
}

type Found = {
  readonly [K in "SecurityOpt" | "MaskedPaths" | "ReadonlyPaths"]?: readonly string[] | null;
};

/**
 * The options that were asked for and are there: a profile whose file has changed is not. Where none were asked, what
 * the engine has.
 */
export function observeSecurity(found: Found, asked: readonly string[] | undefined): string[] {
  const there = [...(found.SecurityOpt ?? [])];
  if (found.MaskedPaths?.length === 0 && found.ReadonlyPaths?.length === 0) there.push(SYSTEM_PATHS);
  if (asked === undefined) return there;
  const keys = new Set(there.map(optionKey));
  return asked.filter((text) => keys.has(optionKey(tryToEngine(text, there))));
}

/** A profile whose file is not on this machine is taken to be the one that the container has. */
function tryToEngine(text: string, there: readonly string[]): string {
  try {
    return toEngine(text);
  } catch {
    return there.find((other) => optionOf(other).name === optionOf(text).name) ?? text;
  }
}
