import type { Diagnostic } from "../schema";

/** What is write-only stands with its version, and the version with it: Terraform keeps the version alone. */
export function versioned(name: string, value: unknown, version: unknown): Diagnostic[] {
  const versionName = `${name}_version`;
  if (value !== undefined && version === undefined) return [missing(name, versionName)];
  if (value === undefined && version !== undefined) return [idle(name, versionName)];
  return [];
}

const missing = (name: string, version: string): Diagnostic => ({
  severity: "error",
  summary: `${name} needs ${version}`,
  detail: `Terraform keeps nothing of \`${name}\`, so that the version alone shows when it changes; set \`${version} = 1\`, and another number whenever \`${name}\` is another`,
  path: [name],
});

const idle = (name: string, version: string): Diagnostic => ({
  severity: "error",
  summary: `${version} without ${name}`,
  detail: `set \`${name}\`, or remove \`${version}\``,
  path: [version],
});
