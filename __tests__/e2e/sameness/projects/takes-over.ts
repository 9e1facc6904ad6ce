import { readFileSync } from "node:fs";
import { join } from "node:path";
import { holdImage } from "../../held-image";
import { removeNetwork } from "../../remove-network";
import { changesOf } from "../changes";
import { FOLDER, layDocument } from "./by-compose";
import { documents, type ProjectDocument } from "./documents";
import { type Recorded, replay } from "./requests";
import { type Batch, Run } from "./run";

const { requests } = JSON.parse(readFileSync(join(__dirname, "fixtures/requests.json"), "utf8")) as {
  readonly requests: Readonly<Record<string, readonly Recorded[]>>;
};

/** What every document's containers are of: `docker compose` had pulled it before it asked for them. */
const IMAGE = "alpine";

/** Those that `docker compose up -d` was seen to bring up. */
export const taken = documents.filter(({ name }) => Object.hasOwn(requests, name));

interface Adopting {
  /** The batches, each by its own Terraform. */
  readonly batches: readonly Batch[];
  /** For every command of Terraform's. @default - none more */
  readonly env?: () => Promise<Readonly<Record<string, string>>>;
}

/** Brings every document up by the very requests that `docker compose up -d` made, and then takes it over. */
export function takesOver({ batches, env = async () => ({}) }: Adopting): void {
  let letGo: (() => Promise<unknown>) | undefined;
  // Before the run closes the engine.
  afterAll(() => letGo?.());
  const run = Run.ofThisFile();
  beforeAll(async () => {
    letGo = await holdImage(run.engine, IMAGE, `${run.names.prefix}-image`);
  });

  /** As `docker compose` brings it up. */
  async function bringUp(document: ProjectDocument): Promise<void> {
    const folder = join(run.terraform.folder, document.name);
    const asked = run.names.filledIn(JSON.stringify(requests[document.name])).replaceAll(FOLDER, folder);
    await replay("/var/run/docker.sock", JSON.parse(asked) as Recorded[]);
  }

  const filtersOf = (document: ProjectDocument) => ({
    label: [`com.docker.compose.project=${run.names.project(document)}`],
  });

  const containersOf = async (document: ProjectDocument): Promise<string[]> =>
    (await run.engine.containers.list({ all: true, filters: filtersOf(document) })).map(({ Id }) => Id);

  /** Whoever has it by now. */
  async function remove(document: ProjectDocument): Promise<void> {
    const { containers, networks, volumes } = run.engine;
    const filters = filtersOf(document);
    for (const id of await containersOf(document)) await containers.tryRemove(id, { force: true, volumes: true });
    for (const { Id } of await networks.list({ filters })) await removeNetwork(run.engine, Id);
    for (const { Name } of await volumes.list({ filters })) await volumes.tryRemove(Name);
  }

  /** What a plan would do beside taking over. */
  async function planned(batch: readonly ProjectDocument[], adopt: boolean): Promise<string[]> {
    run.synth(batch, { adopt });
    return changesOf(await run.terraform.plan());
  }

  /** Where something else is asked for than the engine has, and why. */
  const otherwise: readonly { readonly at: RegExp; readonly why: string }[] = [
    { at: /^update docker_container\.\S+:(?: upload\.\d+)+$/, why: "no engine tells what was put into a container" },
    {
      at: /^update docker_container\.\S+: pre_stop(\.\d+)?$/,
      why: "no engine tells what is to run before a stop, and a destroy is told what is in the state alone",
    },
    { at: /^update docker_image\.\S+: platform$/, why: "no engine tells for which platform an image was asked for" },
    {
      at: /\.(blkio\S*: blkio_weight|memory_\S*: memory_swap)$/,
      why: "a kernel that lacks the limit has the engine drop it",
    },
    { at: /\.mac-address_\S*: networks_advanced$/, why: "before API 1.44 `docker compose` does not put it there" },
    {
      at: /\.volumes-from_\S*: volumes$/,
      why: "`docker compose` mounts what `:ro` says is read only so that it can be written",
    },
  ];

  describe.each(batches)("batch $batch of what `docker compose` runs", ({ documents: batch }) => {
    beforeAll(async () => {
      await run.openTerraform(await env());
      for (const document of batch) {
        layDocument(document, run.terraform.folder);
        await bringUp(document);
      }
    });
    afterAll(async () => {
      await run.terraform.destroy();
      for (const document of batch) await remove(document);
      run.terraform.remove();
    });

    test("is taken over by a plan that changes nothing but what no engine tells, and stays so without `adopt`", async () => {
      const ids = async () => (await Promise.all(batch.map((each) => containersOf(each)))).flat();
      const before = await ids();
      const changes = await planned(batch, true);
      expect(changes.filter((change) => !otherwise.some(({ at }) => at.test(change)))).toEqual([]);
      await run.apply();
      expect(await planned(batch, false)).toEqual([]);
      const after = await ids();
      const replaced = changes.filter((change) => change.startsWith("delete")).length;
      expect(before.filter((id) => after.includes(id))).toHaveLength(before.length - replaced);
    });
  });
}
