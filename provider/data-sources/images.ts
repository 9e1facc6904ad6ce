import { objectList, string, stringList, stringMap } from "../schema";
import { imageRows, imageTable } from "../tables/image-table";
import { defineDataSource } from "./define";
import { labelFilter } from "./label-filter";

const schema = {
  id: string({ computed: true, doc: "What was asked, as text." }),
  reference: stringList({
    optional: true,
    doc: "Names, with or without tag, `*` allowed, as for `docker image ls --filter reference=`. Default: any name.",
  }),
  labels: stringMap({ optional: true, doc: "Labels that they all carry, with these values. Default: any labels." }),
  images: objectList({ id: "string", repository: "string", tag: "string", size: "number", digest: "string" })({
    computed: true,
    doc: "A row per name of an image, sorted by name; `<none>` where it has none, or no tag. Size in bytes as the engine lists it: all layers together, on the containerd store with what they were unpacked from, for all platforms that it has.",
  }),
  table: string({ computed: true, doc: "Laid out like `docker image ls`, without what changes by itself (ages)." }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageList */
export const images = defineDataSource({
  type: "docker_images",
  doc: "The images of an engine, like `docker image ls`.",
  schema,

  async read({ config, engine, signal }) {
    const { reference = [], labels = {} } = config;
    const filters = { reference, label: labelFilter(labels) };
    const found = imageRows(await engine.images.list({ filters, digests: true, signal }));
    return { id: JSON.stringify([reference, labels]), images: found, table: imageTable(found) };
  },
});
