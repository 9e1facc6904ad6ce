/** An engine beside this machine's own: of a suite of Debian's, with an image store. */
export interface EngineBuild {
  readonly name: string;
  readonly suite: string;
  /** daemon.json */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Docker 26.1 and 28.5, when this was written. Source: https://tracker.debian.org/pkg/docker.io */
const suites = ["trixie", "forky"] as const;

/** Source: https://docs.docker.com/engine/storage/containerd/ */
const stores = { "": {}, "-containerd": { features: { "containerd-snapshotter": true } } } as const;

export const engineBuilds: readonly EngineBuild[] = suites.flatMap((suite) =>
  Object.entries(stores).map(([store, settings]) => ({ name: `${suite}${store}`, suite, settings })),
);
