import { createHash } from "node:crypto";
import { own } from "../../../../foreign/own";
import type { Network, Volume } from "../../keys/project";
import type { Normalized } from "../../normalize/normalize";

/** The version of Docker Compose whose ways these are. */
const VERSION = "5.6.0";

/** Where a project is, as its labels say it: texts that may hold tokens. */
export interface Whereabouts {
  readonly workingDirectory: string;
  readonly files: readonly string[];
}

type Texts = Readonly<Record<string, string>>;

/** Names and labels of a project's objects, as `docker compose` has them. @see https://docs.docker.com/compose/ */
export class ProjectNames {
  constructor(
    readonly project: string,
    private readonly normalized: Normalized,
    private readonly whereabouts: Whereabouts,
  ) {}

  network(key: string): string {
    return named(own(this.normalized.project.networks, key), key) ?? `${this.project}_${key}`;
  }

  volume(key: string): string {
    return named(own(this.normalized.project.volumes, key), key) ?? `${this.project}_${key}`;
  }

  /** @param number from 1 */
  container(service: string, number: number): string {
    return own(this.normalized.services, service)?.container_name || `${this.project}-${service}-${number}`;
  }

  networkLabels(key: string, labels?: Texts): Texts {
    return { ...labels, ...this.common(`network ${key}`), [label("network")]: key };
  }

  volumeLabels(key: string, labels?: Texts): Texts {
    return { ...labels, ...this.common(`volume ${key}`), [label("volume")]: key };
  }

  /** @param dependencies `SERVICE:CONDITION:RESTART`, one after the other */
  containerLabels(service: string, number: number, dependencies: string, labels?: Texts): Texts {
    return {
      ...labels,
      ...this.common(`service ${service}`),
      [label("service")]: service,
      [label("container-number")]: String(number),
      [label("oneoff")]: "False",
      [label("depends_on")]: dependencies,
      [label("project.working_dir")]: this.whereabouts.workingDirectory,
      [label("project.config_files")]: this.whereabouts.files.join(","),
    };
  }

  /**
   * `docker compose` goes by the hash of what it was asked for, and lists nothing without one. Terraform compares what is
   * asked for itself: the hash is of the name alone, so that it is never a reason to replace anything.
   */
  private common(what: string): Texts {
    const hash = createHash("sha256").update(`${this.project} ${what}`).digest("hex");
    return { [label("project")]: this.project, [label("config-hash")]: hash, [label("version")]: VERSION };
  }
}

const label = (name: string) => `com.docker.compose.${name}`;

/** The name that the file gives; what is external has its key's where it gives none. */
function named(item: Network | Volume | undefined, key: string): string | undefined {
  return item?.external?.is ? (item.name ?? item.external.name ?? key) : item?.name;
}
