import { compareVersions, type ImageStore, imageStoreOf } from "../../../engine";
import { isTyped, parseCacheEntry } from "../../../formats/cache-entry";
import { provenanceOf } from "../../../formats/provenance";
import { sbomOf, tellsScanner } from "../../../formats/sbom";
import { type Diagnostic, DiagnosticError } from "../../schema";
import type { UnnotedCall } from "../define";
import type { Build } from "./build-query";

/** What an attribute of a build takes of the engine, so that it is not left out, or the image lost, without a word. */
interface Need {
  readonly attribute: keyof Build & string;
  readonly isAsked: (build: Build) => boolean;
  /** The API version whose BuildKit has it, and Docker's release with that. */
  readonly api?: string;
  readonly release?: string;
  readonly store?: ImageStore;
  /** The change that helps. */
  readonly change: string;
}

const isExported = ({ cache_to: to = [] }: Build): boolean =>
  to.some((entry) => parseCacheEntry(entry).type !== "inline");

/** Source: https://docs.docker.com/build/buildkit/ and https://docs.docker.com/engine/storage/containerd/ */
const NEEDS: readonly Need[] = [
  {
    attribute: "additional_contexts",
    isAsked: ({ additional_contexts: contexts = [] }) => contexts.length > 0,
    api: "1.42",
    release: "23",
    change: "Copy from another stage or image instead",
  },
  {
    attribute: "provenance",
    isAsked: ({ provenance }) => provenanceOf(provenance) !== undefined,
    api: "1.43",
    release: "24",
    store: "containerd",
    change: "Remove it",
  },
  {
    attribute: "sbom",
    isAsked: ({ sbom }) => sbomOf(sbom) !== undefined && !tellsScanner(sbom),
    api: "1.43",
    release: "24",
    store: "containerd",
    change: "Remove it",
  },
  {
    attribute: "sbom",
    isAsked: ({ sbom }) => tellsScanner(sbom),
    api: "1.48",
    release: "28",
    store: "containerd",
    change: "Tell its scanner nothing (`generator=IMAGE` alone)",
  },
  {
    attribute: "platform",
    isAsked: ({ platform }) => isOfMore(platform),
    api: "1.43",
    release: "24",
    store: "containerd",
    change: "Name one platform",
  },
  {
    attribute: "cache_to",
    isAsked: isExported,
    api: "1.43",
    release: "24",
    store: "containerd",
    change: "Write `type=inline`, which is part of the image",
  },
];

const isOfMore = (platform: string | undefined): boolean => platform?.includes(",") ?? false;

/** Whether the block asks for what BuildKit alone can be told in its own words. */
export const asksForMore = (build: Build): boolean =>
  NEEDS.some(({ isAsked }) => isAsked(build)) ||
  (build.no_cache_filter ?? []).length > 0 ||
  (build.cache_to ?? []).length > 0 ||
  (build.cache_from ?? []).some(isTyped);

/** Refuses, before anything is built, what the engine would leave out. All of it is told at once. */
export async function assertBuildable(
  { engine, signal }: Pick<UnnotedCall, "engine" | "signal">,
  name: string,
  build: Build,
): Promise<void> {
  const asked = NEEDS.filter(({ isAsked }) => isAsked(build));
  if (asked.length === 0) return;
  const [spoken, store] = [await engine.apiVersion({ signal }), await imageStoreOf(engine, { signal })];
  const lacks = (need: Need): string | undefined => {
    if (need.api && compareVersions(spoken, need.api) < 0)
      return `it needs API ${need.api} (Docker ${need.release}); the engine at ${engine.url} speaks ${spoken}`;
    if (need.store && need.store !== store)
      return `it needs the containerd image store; the engine at ${engine.url} has the ${store} one`;
    return undefined;
  };
  const problems = asked.flatMap((need): Diagnostic[] => {
    const lack = lacks(need);
    if (lack === undefined) return [];
    return [
      {
        severity: "error",
        summary: `build of image "${name}": its engine does not have what ${need.attribute} needs`,
        detail: `${JSON.stringify(build[need.attribute])}: ${lack}. ${need.change}, or use another engine.`,
        path: ["build"],
      },
    ];
  });
  if (problems.length > 0) throw new DiagnosticError(problems);
}
