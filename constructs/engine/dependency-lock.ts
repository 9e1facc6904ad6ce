/** A provider that a stack requires at exactly one version. */
export interface LockedProvider {
  /** Source address, `HOST/NAMESPACE/TYPE`. */
  readonly source: string;
  readonly version: string;
}

/**
 * The text of a `.terraform.lock.hcl` with a block for `provider`; blocks of other providers stay as they are. A block
 * that is there at this version keeps its hashes, a new one has none: `terraform init` adds them. Without the block
 * cdktf would ask a registry for them (`terraform providers lock`).
 *
 * Source: https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
export function lockProvider(text: string, provider: LockedProvider): string {
  const found = blocks(text).find(({ source }) => source === provider.source);
  if (!found) return [text.trimEnd(), block(provider)].filter(Boolean).join("\n\n");
  if (found.version === provider.version) return text;
  return text.slice(0, found.start) + block(provider) + text.slice(found.end);
}

/** Whether `terraform init` has locked the provider at this version: what it writes down last are its checksums. */
export const isLocked = (text: string, { source, version }: LockedProvider): boolean =>
  blocks(text).some((found) => found.source === source && found.version === version && found.hasHash);

const block = ({ source, version }: LockedProvider) =>
  `provider "${source}" {\n  version     = "${version}"\n  constraints = "${version}"\n}\n`;

const blocks = (text: string) =>
  [...text.matchAll(/^provider "([^"]+)" \{\r?\n([\s\S]*?)^\}(?:\r?\n|$)/gm)].map((match) => ({
    source: match[1],
    version: /^[ \t]*version\s*=\s*"([^"]*)"/m.exec(match[2] ?? "")?.[1],
    hasHash: match[2]?.includes('"h1:') ?? false,
    start: match.index,
    end: match.index + match[0].length,
  }));
