export const mountTypes = ["bind", "volume", "tmpfs", "cluster", "npipe", "image"] as const;
export type MountType = (typeof mountTypes)[number];

/** What a service mounts. */
export interface Mount {
  readonly type: MountType;
  /** Path on the node, or name of a volume; a volume without one is anonymous. */
  readonly source?: string;
  /** Path in the container. */
  readonly target: string;
  readonly readOnly?: boolean;
  readonly consistency?: string;
  /** Whether its type's own block of options is there, be it empty. */
  readonly withOptions?: true;
  readonly propagation?: string;
  readonly recursive?: "enabled" | "disabled" | "writable" | "readonly";
  readonly labels?: Readonly<Record<string, string>>;
  readonly noCopy?: boolean;
  readonly subpath?: string;
  /** Bytes. */
  readonly tmpfsSize?: number;
  /** Permissions. */
  readonly tmpfsMode?: number;
  /** Options of mount(8), as they are written. */
  readonly tmpfsOptions?: string;
  /** What SELinux is to label the path as: for all containers, or for this one alone. */
  readonly selinux?: "z" | "Z";
  /** Whether the path was given from the folder of the file that names it. */
  readonly isRelative?: true;
  /** Whether the engine makes a folder of a path that is not there. @default true */
  readonly createHostPath?: boolean;
}

export interface MountFault {
  readonly fault: string;
}

type Option = Partial<Mount> | { readonly fault: string };

const consistencies = ["consistent", "cached", "delegated"];
export const propagations: readonly string[] = ["private", "rprivate", "shared", "rshared", "slave", "rslave"];

/** `[SOURCE:]TARGET[:OPTION,…]`. A source that begins with `.`, `/`, `~` or a drive is a path, else a volume. */
export function readMount(text: string): Mount | MountFault {
  const parts = splitPaths(text);
  if (parts.some((part) => part === "")) return { fault: "an empty part" };
  if (parts.length > 3) return { fault: "too many colons" };
  if (parts.length === 1) return withTarget({ type: "volume", target: parts[0]! });
  const [source, target, options] = parts as [string, string, string?];
  const type: MountType = isPath(source) ? "bind" : "volume";
  let mount: Mount = { type, source, target };
  for (const option of options?.split(",") ?? []) {
    const read = readOption(option, type);
    if ("fault" in read) return read;
    mount = { ...mount, ...read };
  }
  return withTarget(mount);
}

export const isPath = (source: string): boolean => /^(?:[./~]|[a-zA-Z]:[\\/]|\\\\)/.test(source);

function withTarget(mount: Mount): Mount | MountFault {
  return /^(?:\/|[a-zA-Z]:[\\/]|\\\\)/.test(mount.target)
    ? mount
    : { fault: `target \`${mount.target}\`, which is no absolute path,` };
}

function readOption(option: string, type: MountType): Option {
  if (option === "ro") return { readOnly: true };
  if (option === "rw") return { readOnly: false };
  if (option === "nocopy") return type === "volume" ? { noCopy: true } : { fault: "nocopy for what is no volume" };
  if (consistencies.includes(option)) return { consistency: option };
  if (propagations.includes(option)) {
    return type === "bind" ? { propagation: option } : { fault: `${option} for what is no path` };
  }
  if (option === "z" || option === "Z") return { selinux: option };
  return { fault: `unknown option \`${option}\`` };
}

/** The parts between colons; the colon of a Windows drive belongs to its path. */
function splitPaths(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(":")) {
    const last = parts.at(-1);
    if (last !== undefined && /^[a-zA-Z]$/.test(last) && /^[\\/]/.test(part) && /\\/.test(part))
      parts[parts.length - 1] = `${last}:${part}`;
    else parts.push(part);
  }
  return parts;
}
