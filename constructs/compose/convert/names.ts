import { createHash, scryptSync } from "node:crypto";
import { own } from "../../../foreign/own";
import { STACK_LABEL } from "../../../formats/labels";
import type { Config, Secret } from "../keys/project";
import type { Content, Normalized } from "../normalize/normalize";

export const IMAGE_LABEL = "com.docker.stack.image";

/** Characters of a content's hash in a name. */
const HASH = 10;

/** What a name ends in so that new content is a new object, which running tasks of the old one do not see. */
export const contentHash = (content: Content): string =>
  createHash("sha256").update(content).digest("hex").slice(0, HASH);

/** As `contentHash`, and slow to guess at: names are public, secrets may be short. */
export const secretHash = (content: Content, salt: string): string =>
  scryptSync(content, salt, HASH / 2, { N: 4096 }).toString("hex");

/** Whether what secrets hold is write-only, and the versions of those that have another one than 1. */
export interface WriteOnlySecrets {
  readonly writeOnly: boolean;
  readonly secretVersions?: Readonly<Record<string, number>>;
}

/** Names of a stack's objects. @see https://docs.docker.com/reference/cli/docker/stack/deploy/ */
export class Names {
  private readonly hashed = new Map<Secret | Config, string>();
  private readonly referring = new Map<object, string>();

  constructor(
    readonly stack: string,
    private readonly normalized: Normalized,
    /** Whether names of secrets and configs end in a hash of what they hold. */
    private readonly rotate: boolean,
    private readonly secrets: WriteOnlySecrets = { writeOnly: false },
  ) {}

  /** Keys of what the parts of the specifications refer to, by the part. */
  get keys(): ReadonlyMap<object, string> {
    return this.referring;
  }

  /** Notes that `part` refers to what the file declares under `key`, unless that is external. */
  refer<T extends object>(part: T, key: string, declared: Named | undefined): T {
    if (!declared?.external?.is) this.referring.set(part, key);
    return part;
  }

  scoped(key: string): string {
    return `${this.stack}_${key}`;
  }

  /** Labels of an object of the stack. */
  labelled(labels?: Readonly<Record<string, string>>): Record<string, string> {
    return { ...labels, [STACK_LABEL]: this.stack };
  }

  network(key: string): string {
    return named(own(this.normalized.project.networks, key), key) ?? this.scoped(key);
  }

  volume(key: string): string {
    return named(own(this.normalized.project.volumes, key), key) ?? this.scoped(key);
  }

  secret(key: string): string {
    const item = own(this.normalized.project.secrets, key)!;
    const version = this.version(key);
    if (version !== undefined && this.rotate) return named(item, key) ?? `${this.scoped(key)}-v${version}`;
    return this.rotating(item, key, (content) => secretHash(content, `${this.stack}_${key}`));
  }

  /** Of what is write-only, since a hash of it would tell of it. */
  version(key: string): number | undefined {
    const item = own(this.normalized.project.secrets, key)!;
    if (!this.secrets.writeOnly || !this.normalized.contents.has(item)) return undefined;
    return own(this.secrets.secretVersions, key) ?? 1;
  }

  config(key: string): string {
    return this.rotating(own(this.normalized.project.configs, key)!, key, contentHash);
  }

  private rotating(item: Secret | Config, key: string, hash: (content: Content) => string): string {
    const known = this.hashed.get(item) ?? named(item, key);
    if (known !== undefined) return known;
    const content = this.normalized.contents.get(item);
    const name = content && this.rotate ? `${this.scoped(key)}-${hash(content)}` : this.scoped(key);
    this.hashed.set(item, name);
    return name;
  }
}

interface Named {
  readonly name?: string;
  readonly external?: { readonly is: boolean; readonly name?: string };
}

/** The name that the file gives; what is external has its key's where it gives none. */
function named(item: Named | undefined, key: string): string | undefined {
  if (item?.external?.is) return item.name ?? item.external.name ?? key;
  return item?.name;
}
