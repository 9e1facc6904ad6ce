/** A mirror, for the lines that make Terraform use it. */
interface Settings {
  /** Root of the mirror, absolute. */
  readonly folder: string;
  /** `HOST/NAMESPACE/TYPE` */
  readonly source: string;
  readonly version: string;
}

/** For ~/.terraformrc: this provider from the mirror, all others from where they come from else. */
export function cliConfiguration({ folder, source }: Pick<Settings, "folder" | "source">): string {
  const [host] = source.split("/");
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(folder)}
    include = ["${host}/*/*"]
  }
  direct {
    exclude = ["${host}/*/*"]
  }
}
`;
}

/** For a configuration. */
export function requiredProviders({ source, version }: Pick<Settings, "source" | "version">): string {
  return `terraform {
  required_providers {
    docker = {
      source  = "${source}"
      version = "${constraintFor(version)}"
    }
  }
}
`;
}

/** Terraform takes a version before a release only where a constraint names that very one. */
const constraintFor = (version: string): string =>
  /[-+]/.test(version) ? version : `>= ${version.split(".").slice(0, 2).join(".")}`;
