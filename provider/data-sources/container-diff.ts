import { withPath } from "../resources/with-path";
import { objectList, string } from "../schema";
import { defineDataSource } from "./define";

/** By the Engine API's number. */
const KINDS = ["C", "A", "D"] as const;

const schema = {
  id: string({ computed: true, doc: "The engine's id of the container." }),
  container: string({ required: true, doc: "Name or id of the container, running or not." }),
  changes: objectList({ kind: "string", path: "string" })({
    computed: true,
    doc: "The paths that differ from the image's, sorted: `A` added, `C` changed (a folder whose content changed too), `D` deleted.",
  }),
  lines: string({ computed: true, doc: "The same as `docker container diff` prints it, a line each: `A /hello.txt`." }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerChanges */
export const containerDiff = defineDataSource({
  type: "docker_container_diff",
  doc: "What a container changed in its image's files, like `docker container diff`.",
  schema,

  async read({ config, engine, signal }) {
    const { Id: id } = await withPath(["container"], engine.containers.inspect(config.container, { signal }));
    const found = await engine.containers.changes(id, { signal });
    const changes = found.map(({ Kind, Path }) => ({ kind: KINDS[Number(Kind)] ?? "?", path: Path ?? "" }));
    changes.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { id, changes, lines: changes.map(({ kind, path }) => `${kind} ${path}`).join("\n") };
  },
});
