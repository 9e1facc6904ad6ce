/** An engine beside this machine's own: of a suite of Debian's or newer than any, with an image store. */
export interface EngineBuild {
  readonly name: string;
  /** Of the engine's packages; of head, those of what it runs containers with. */
  readonly suite: string;
  /** Version of the Go module of Moby whose engine takes the place of the suite's. */
  readonly moby?: string;
  readonly store: ImageStore;
  /** daemon.json */
  readonly settings: Readonly<Record<string, unknown>>;
}

export type ImageStore = "classic" | "containerd";

/** daemon.json's switch between them. Source: https://docs.docker.com/engine/storage/containerd/ */
const stored = (store: ImageStore) => ({ features: { "containerd-snapshotter": store === "containerd" } });

const both = (name: string, source: Pick<EngineBuild, "suite" | "moby">): EngineBuild[] =>
  (["classic", "containerd"] as const).map((store) => ({
    name: store === "classic" ? name : `${name}-containerd`,
    ...source,
    store,
    settings: stored(store),
  }));

/**
 * Docker 26.1, 28.5, what comes after 29, and 20.10, which has no other store than the classic, when this was written.
 * Source: https://tracker.debian.org/pkg/docker.io, https://pkg.go.dev/github.com/moby/moby/v2
 */
export const engineBuilds: readonly EngineBuild[] = [
  ...both("trixie", { suite: "trixie" }),
  ...both("forky", { suite: "forky" }),
  ...both("head", { suite: "forky", moby: "v2.0.0-beta.24" }),
  { name: "bookworm", suite: "bookworm", store: "classic", settings: {} },
];
