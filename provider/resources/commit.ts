import type { Engine } from "../../engine";
import { NONCE_LABEL } from "../../formats/labels";
import { bool, string, stringList, stringMap } from "../schema";
import { imageRows, imageTable } from "../tables/image-table";
import { inTurnAlone } from "./container/turns";
import { type DockerCall, defineResource } from "./define";
import { imageNameComplaint, repositoryAndTag } from "./image/name";
import { removeImage } from "./image/removal";
import { keepGivenName, planGivenName } from "./image/taken-name";
import type { LabelledLeftover } from "./leftover";
import { nonceAmong } from "./nonce";
import { withPath } from "./with-path";

const schema = {
  id: string({ computed: true, doc: "The engine's id of the image." }),
  image_id: string({ computed: true, doc: "The same, under the name that `docker_image` has for it." }),
  container: string({
    required: true,
    forceNew: true,
    doc: "Name or id of the container whose files are taken. An id makes another image of a container that took its place.",
  }),
  name: string({
    optional: true,
    forceNew: true,
    zero: "",
    validate: (name: string) => (name === "" ? undefined : imageNameComplaint(name)),
    doc: "Name of the image, `NAME[:TAG]`. Default: none, which `docker image ls` shows as `<none>`.",
  }),
  author: string({ optional: true, forceNew: true, zero: "", doc: "Who made it, `Jane <jane@example.com>`." }),
  message: string({ optional: true, forceNew: true, zero: "", doc: "What was done, shown as comment in its history." }),
  changes: stringList({
    optional: true,
    forceNew: true,
    zero: [],
    doc: 'Dockerfile instructions for its configuration, `CMD ["figlet"]` for instance: of CMD, ENTRYPOINT, ENV, EXPOSE, LABEL, ONBUILD, USER, VOLUME and WORKDIR.',
  }),
  pause: bool({ optional: true, default: true, doc: "Pause a running container while its files are taken." }),
  table: string({
    computed: true,
    doc: "The image as `docker image ls` showed it when it was made: without a name, as `<none>`.",
  }),
  triggers: stringMap({ optional: true, forceNew: true, doc: "Any values whose change makes the image anew." }),
} as const;

/** An image that was built from it has its label too, and all of its history. */
const leftover: LabelledLeftover = {
  kind: "image",
  isStageLabelItsOwn: false,
  find: async ({ images }, label) => {
    const found = await images.list({ filters: { label } });
    const known = await Promise.all(
      found.map(async ({ Id: id, RepoTags }) => ({
        id,
        name: RepoTags?.[0] ?? id,
        history: await historyOf(images, id),
      })),
    );
    const isMadeOf = (one: string, other: string) => one.length > other.length && one.endsWith(other);
    return known.filter(({ history }) => !known.some((other) => isMadeOf(history, other.history)));
  },
  remove: ({ images }, id) => images.tryRemove(id),
};

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageCommit */
export const commit = defineResource({
  type: "docker_commit",
  namedBy: ["name", "engine"],
  leftover,
  doc: "An image made of a container's files, like `docker container commit`.",
  schema,

  async plan(call) {
    const { prior, planned, services } = call;
    const { container, name } = planned;
    if (prior || typeof name !== "string" || name === "" || !services) return;
    const isOrphan = services.journal.hasOrphanNamed(noteOf(services.engine, { container: String(container), name }));
    await planGivenName(call, { type: "docker_commit", name, isOrphan });
  },

  async create(call) {
    const { planned, engine, journal, made, signal } = call;
    const { container, name = "", author, message: comment, changes, pause } = planned;
    const { Id } = await withPath(["container"], engine.containers.inspect(container, { signal }));
    await removeOrphans(call, { container, name });
    const before = name === "" ? undefined : await engine.images.tryInspect(name, { signal });
    const { nonce } = journal.open(noteOf(engine, { container, name }));
    const options = {
      container,
      author,
      comment,
      changes,
      pause,
      config: { Labels: { [NONCE_LABEL]: nonce } },
      signal,
    };
    const work = () => engine.commit({ ...options, ...named(name) });
    const id = await withPath(["changes"], pause === false ? work() : inTurnAlone(engine, Id, work));
    made({ id, image_id: id });
    if (name !== "") await keepGivenName(call, { type: "docker_commit", name }, before, id);
    const listed = await engine.images.list({ filters: { label: `${NONCE_LABEL}=${nonce}` }, signal });
    const table = imageTable(imageRows(listed));
    return { id, image_id: id, table };
  },

  async read({ state, engine, journal, signal }) {
    const { id, name = "" } = state;
    const found = await engine.images.tryInspect(name === "" ? id : name, { signal });
    if (found?.Id !== id) return undefined;
    journal.settle(nonceAmong(found.Config?.Labels));
    return {};
  },

  async delete(call) {
    const { id, name = "" } = call.state;
    await removeImage({ ...call, name: name === "" ? id : name, imageId: id });
  },
});

const named = (name: string) => (name === "" ? {} : repositoryAndTag(name));

interface What {
  readonly container: string;
  readonly name: string;
}

const noteOf = (engine: Engine, { container, name }: What) => ({
  type: "docker_commit" as const,
  name: name === "" ? container : name,
  engine: engine.url,
});

/** What a killed run made of the container and did not get into the state: without a name, only its nonce tells it. */
async function removeOrphans({ engine, journal, signal }: DockerCall, what: What): Promise<void> {
  for (const { nonce } of journal.orphansNamed(noteOf(engine, what))) {
    const left = await leftover.find(engine, `${NONCE_LABEL}=${nonce}`);
    for (const { id } of left) await engine.images.tryRemove(id, { signal });
    journal.settle(nonce);
  }
}

/** The steps that made an image, a line each, the last one first. */
const historyOf = async (images: Engine["images"], id: string): Promise<string> =>
  (await images.history(id)).map(({ Created, CreatedBy }) => `\n${Created} ${JSON.stringify(CreatedBy)}`).join("");
