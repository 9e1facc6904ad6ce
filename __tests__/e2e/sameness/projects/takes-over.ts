import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { ComposeProject } from "../../../../constructs/compose/compose-project";
import { DockerEngine } from "../../../../constructs/engine/docker-engine";
import { Engines } from "../../../../engine";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../provider/harness";
import { writeSynthesized } from "../../provider/harness/synthesized";
import { changesOf } from "../changes";
import { FOLDER, layDocument } from "./by-compose";
import { documents, type ProjectDocument } from "./documents";
import { OwnNames } from "./own-names";
import { type Recorded, replay } from "./requests";

const { requests } = JSON.parse(readFileSync(join(__dirname, "fixtures/requests.json"), "utf8")) as {
  readonly requests: Readonly<Record<string, readonly Recorded[]>>;
};

/** Those that `docker compose up -d` was seen to bring up. */
export const taken = documents.filter(({ name }) => Object.hasOwn(requests, name));

interface Adopting {
  /** The batches, each by its own Terraform. */
  readonly batches: readonly { readonly batch: number; readonly documents: readonly ProjectDocument[] }[];
  /** For every command of Terraform's. @default - none more */
  readonly env?: () => Promise<Readonly<Record<string, string>>>;
}

/** Brings every document up by the very requests that `docker compose up -d` made, and then takes it over. */
export function takesOver({ batches, env = async () => ({}) }: Adopting): void {
  const engines = new Engines();
  const engine = engines.at();
  let names: OwnNames;
  let provider: TestProvider;
  let terraform: Terraform;
  beforeAll(async () => {
    names = await OwnNames.choose();
    await engine.networks.create({ Name: names.network });
    provider = buildDockerProvider();
  });
  afterAll(async () => {
    provider?.remove();
    await engine.networks.tryRemove(names.network);
    engines.close();
  });

  /** As `docker compose` brings it up. */
  async function bringUp(document: ProjectDocument): Promise<void> {
    const folder = join(terraform.folder, document.name);
    const asked = names.filledIn(JSON.stringify(requests[document.name])).replaceAll(FOLDER, folder);
    await replay("/var/run/docker.sock", JSON.parse(asked) as Recorded[]);
  }

  const filtersOf = (document: ProjectDocument) => ({
    label: [`com.docker.compose.project=${names.project(document)}`],
  });

  const containersOf = async (document: ProjectDocument): Promise<string[]> =>
    (await engine.containers.list({ all: true, filters: filtersOf(document) })).map(({ Id }) => Id);

  /** Whoever has it by now. */
  async function remove(document: ProjectDocument): Promise<void> {
    const filters = filtersOf(document);
    for (const id of await containersOf(document))
      await engine.containers.tryRemove(id, { force: true, volumes: true });
    for (const { Id } of await engine.networks.list({ filters })) await engine.networks.tryRemove(Id);
    for (const { Name } of await engine.volumes.list({ filters })) await engine.volumes.tryRemove(Name);
  }

  /** What a plan would do beside taking over. */
  async function planned(batch: readonly ProjectDocument[], adopt: boolean): Promise<string[]> {
    const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
    const stack = new TerraformStack(app, "st");
    new DockerEngine(stack, "docker");
    for (const document of batch)
      ComposeProject.fromFile(stack, document.name, {
        file: layDocument(document, terraform.folder),
        name: names.project(document),
        variables: names.variables,
        adopt,
      });
    writeSynthesized(stack, terraform.folder);
    return changesOf(await terraform.plan());
  }

  /** Where something else is asked for than the engine has, and why. */
  const otherwise: readonly { readonly at: RegExp; readonly why: string }[] = [
    { at: /^update docker_container\.\S+: upload\.\d+$/, why: "no engine tells what was put into a container" },
    {
      at: /^update docker_container\.\S+: restart_triggers$/,
      why: "no engine tells what a container is restarted for; nothing is, for values where there were none",
    },
    {
      at: /^update docker_container\.\S+: pre_stop(\.\d+)?$/,
      why: "no engine tells what is to run before a stop",
    },
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
      terraform = await terraformWith(provider, "", await env());
      rmSync(join(terraform.folder, "main.tf"));
      for (const document of batch) {
        layDocument(document, terraform.folder);
        await bringUp(document);
      }
    });
    afterAll(async () => {
      await terraform?.destroy();
      for (const document of batch) await remove(document);
      terraform?.remove();
    });

    test("is taken over by a plan that changes nothing but what no engine tells, and stays so without `adopt`", async () => {
      const ids = async () => (await Promise.all(batch.map((each) => containersOf(each)))).flat();
      const before = await ids();
      const changes = await planned(batch, true);
      expect(changes.filter((change) => !otherwise.some(({ at }) => at.test(change)))).toEqual([]);
      const { code, errors, text } = await terraform.apply();
      if (code !== 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n") || text);
      expect(await planned(batch, false)).toEqual([]);
      const after = await ids();
      const replaced = changes.filter((change) => change.startsWith("delete")).length;
      expect(before.filter((id) => after.includes(id))).toHaveLength(before.length - replaced);
    });
  });
}
