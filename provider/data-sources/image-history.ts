import type { ImageHistoryItem } from "../../engine";
import { imageNameComplaint } from "../resources/image/name";
import { withPath } from "../resources/with-path";
import { objectList, string, stringList } from "../schema";
import { humanSize } from "../tables/human-size";
import { textTable } from "../tables/text-table";
import { defineDataSource } from "./define";

const schema = {
  id: string({ computed: true, doc: "The engine's id of the image, `sha256:…`." }),
  name: string({ required: true, validate: imageNameComplaint, doc: "Name or id of the image." }),
  history: objectList({ created_by: "string", size: "number", comment: "string", tags: ["list", "string"] })({
    computed: true,
    doc: "The steps that made the image, the last one first: the command, the bytes that it added, its comment, and the names of the image as it was after it.",
  }),
  layers: stringList({ computed: true, doc: "Digests of its layers, `sha256:…`, the lowest first." }),
  table: string({
    computed: true,
    doc: "Laid out like `docker image history`, without what changes by itself (ages) or says nothing (ids).",
  }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageHistory */
export const imageHistory = defineDataSource({
  type: "docker_image_history",
  doc: "How an image was made, step by step, and the layers that it is made of, like `docker image history`.",
  schema,

  async read({ config, engine, signal }) {
    const found = await withPath(["name"], engine.images.inspect(config.name, { signal }));
    const steps = (await engine.images.history(found.Id, { signal })).map(row);
    return { id: found.Id, history: steps, layers: found.RootFS.Layers ?? [], table: table(steps) };
  },
});

interface Row {
  readonly created_by: string;
  readonly size: number;
  readonly comment: string;
  readonly tags: string[];
}

const row = ({ CreatedBy, Size, Comment, Tags }: ImageHistoryItem): Row => ({
  created_by: (CreatedBy ?? "").replaceAll("\t", " "),
  size: Size ?? 0,
  comment: Comment ?? "",
  tags: [...(Tags ?? [])].sort(),
});

const table = (steps: readonly Row[]): string =>
  textTable(
    ["CREATED BY", "SIZE", "COMMENT"],
    steps.map(({ created_by, size, comment }) => [shortened(created_by), humanSize(size), comment]),
  );

/** As `docker image history` shortens a command: 45 characters, the last of them an ellipsis. */
const shortened = (command: string): string => (command.length > 45 ? `${command.slice(0, 44)}…` : command);
