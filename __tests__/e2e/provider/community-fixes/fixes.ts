/** A bug that the community's provider fixed after 3.6.2. */
export interface Fix {
  readonly since: string;
  /** Of its pull request there. */
  readonly number: number;
  /** How it would be here if it were not this provider's: the end of a sentence that begins with the version. */
  readonly says: string;
  /** The type that it is of, where this provider has none. */
  readonly noSuchType?: string;
}

/**
 * Every "Fix" of its changelog that is not of a dependency, from 3.7.0 to 4.1.0.
 *
 * Source: https://github.com/kreuzwerker/terraform-provider-docker/blob/v4.1.0/CHANGELOG.md
 */
export const fixes = [
  { since: "3.7.0", number: 771, says: "a container's `cpus` are set, and read as they are" },
  { since: "3.8.0", number: 796, says: "`systempaths=unconfined` is no text for the engine: it empties two lists" },
  { since: "3.8.0", number: 797, says: "a builder that is gone is made again", noSuchType: "docker_buildx_builder" },
  { since: "3.9.0", number: 814, says: "a service's labels change in place" },
  { since: "3.9.0", number: 815, says: "a service's health check needs no test" },
  { since: "4.0.0", number: 834, says: "a container's health check needs no test" },
  { since: "4.0.0", number: 841, says: "a container that has stopped is started, not replaced" },
  { since: "4.0.0", number: 842, says: "a container that has stopped is not replaced for its ports" },
  { since: "4.0.0", number: 843, says: "a device that is named by its path alone settles" },
  { since: "4.0.0", number: 849, says: "the user's configuration is where DOCKER_CONFIG says" },
  {
    since: "4.0.0",
    number: 853,
    says: "a Dockerfile is found by a path from the context, from here, and from the root",
  },
  { since: "4.0.0", number: 880, says: "a registry that tells no digest is no end of the provider" },
  { since: "4.0.0", number: 882, says: "`size_bytes` of a service's tmpfs is sent, and settles" },
  { since: "4.1.0", number: 888, says: "log options that the engine adds by itself replace nothing" },
  { since: "4.1.0", number: 891, says: "a container that is gone is removed without a word" },
  { since: "4.1.0", number: 892, says: "a service's platforms settle, whatever else changes" },
  { since: "4.1.0", number: 895, says: "a device of the Container Device Interface is read" },
] as const satisfies readonly Fix[];

type Number = (typeof fixes)[number]["number"];

/** `since 4.1.0 (#891): a container that is gone is removed without a word` */
export function fix(number: Number): string {
  const { since, says } = fixes.find((each) => each.number === number)!;
  return `since ${since} (#${number}): ${says}`;
}
