import { basename, join } from "node:path";
import { readIgnoreFile } from "../../../build-context";
import { canonical, parseReference } from "../../../registry";
import { BuildkitProgress, BuildSession, type OfferedFolder, solve } from "../../buildkit";
import type { Build } from "./build-query";
import type { Builder } from "./builder";
import { foldersOf } from "./buildkit-builder";
import { folderName, frontendAttributes } from "./frontend-attributes";
import { cachesOf } from "./local-caches";
import { parseNamedContext } from "./named-context";

/** BuildKit, asked in its own words for what `POST /build` has none for. */
export const solveBuilder = (name: string, build: Build): Builder => {
  const progress = new BuildkitProgress();
  return {
    progress,
    async build({ engine, source, remote, dockerfile, credentials, secret, agents, sessionId: id, signal }, told) {
      const caches = await cachesOf(build, source);
      const session = new BuildSession({
        folders: { ...foldersOf(source), ...namedFolders(build) },
        ...{ credentials, secret, agents, id, caches: caches.folders },
      });
      const given = AbortSignal.any([signal, session.failed]);
      try {
        session.serve(await engine.hijack({ method: "POST", path: "/session", headers: session.headers, signal }));
        const kept = await solve(
          await engine.buildkit({ signal: given }),
          {
            session: session.id,
            attributes: {
              ...frontendAttributes(build),
              filename: source ? basename(source.dockerfile) : dockerfile,
              ...(remote !== undefined && { context: remote }),
            },
            names: [name, ...(build.tag ?? [])].map((each) => canonical(parseReference(each))),
            cacheFrom: caches.from,
            cacheTo: caches.to,
            entitlements: build.network_mode === "host" ? ["network.host"] : [],
          },
          told,
        );
        await caches.keep(kept);
      } catch (error) {
        throw session.failed.aborted ? session.failed.reason : error;
      } finally {
        session.close();
      }
    },
  };
};

/** An ignore file in such a folder counts, as BuildKit reads it. */
function namedFolders({ additional_contexts: contexts = [] }: Build): Record<string, OfferedFolder> {
  return Object.fromEntries(
    contexts
      .map(parseNamedContext)
      .flatMap(({ name, folder }) =>
        folder === undefined
          ? []
          : [[folderName(name), { root: folder, ignored: readIgnoreFile(folder, join(folder, "Dockerfile")) }]],
      ),
  );
}
