import { basename, dirname } from "node:path";
import { only, readIgnoreFile } from "../../../build-context";
import { BuildkitProgress, BuildSession, type OfferedFolder } from "../../buildkit";
import type { Builder, BuildRequest } from "./builder";

/** Where the engine is to get the context from when it is in the session. */
const FROM_SESSION = "client-session";

/** BuildKit, which asks for what it needs over a session. */
export const buildkitBuilder = (): Builder => {
  const progress = new BuildkitProgress();
  return {
    progress,
    async build(request, told) {
      const { engine, query, source, remote, dockerfile, credentials, secret, agents, sessionId: id, signal } = request;
      const session = new BuildSession({ folders: foldersOf(source), credentials, secret, agents, id });
      try {
        const connection = await engine.hijack({ method: "POST", path: "/session", headers: session.headers, signal });
        session.serve(connection);
        const messages = await engine.build({
          query: {
            ...query,
            version: "2",
            session: session.id,
            remote: remote ?? FROM_SESSION,
            dockerfile: source ? basename(source.dockerfile) : dockerfile,
          },
          signal: AbortSignal.any([signal, session.failed]),
        });
        for await (const message of messages) told(message);
      } catch (error) {
        throw session.failed.aborted ? session.failed.reason : error;
      } finally {
        session.close();
      }
    },
  };
};

/** The Dockerfile and its ignore file are asked for apart from the context, wherever they lie. */
export function foldersOf(source: BuildRequest["source"]): Record<string, OfferedFolder> {
  if (!source) return {};
  const { context, dockerfile } = source;
  const name = basename(dockerfile);
  return {
    context: { root: context, ignored: readIgnoreFile(context, dockerfile) },
    dockerfile: { root: dirname(dockerfile), filter: only([name, `${name}.dockerignore`]) },
  };
}
