import type { ContainerSummary, Engine, ImageInspect } from "../../../engine";
import { STAGE_LABEL } from "../../../formats/labels";
import { naturalOrder } from "../../natural-order";
import { portsOf, shortId } from "../../status/objects";
import type { ContainerView, EnginePicture, ImageView, NamedView } from "../protocol";

/** Events after which the picture of the engine itself may be another. Those of exec are not among them: asking makes them. */
export const engineEvents = {
  type: ["container", "image", "network", "volume"],
  event: [
    ...["create", "start", "die", "destroy", "rename", "pause", "unpause", "update"],
    ...["tag", "untag", "delete", "pull", "import", "load"],
    ...["connect", "disconnect", "remove"],
  ],
} as const;

/** Draws what the labs have on an engine; an image's layers are asked for once, since an id has the same for ever. */
export class EnginePainter {
  private readonly images = new Map<string, ImageInspect | undefined>();

  /** @param prefix of the names of stages, and of all that they made */
  constructor(
    private readonly engine: Engine,
    private readonly prefix: string,
    private readonly stages: readonly string[],
  ) {}

  async paint(): Promise<EnginePicture> {
    const filters = { label: STAGE_LABEL };
    const [containers, networks, volumes] = await Promise.all([
      this.engine.containers.list({ all: true, filters }),
      this.engine.networks.list({ filters }),
      this.engine.volumes.list({ filters }),
    ]);
    const own = containers.filter(({ Labels }) => this.stageOf(Labels) !== undefined);
    const used = new Set(own.map(({ ImageID }) => ImageID));
    return {
      containers: own.map((container) => this.container(container)).sort(byName),
      images: (await Promise.all([...used].map((id) => this.image(id)))).flatMap((image) => image ?? []).sort(byName),
      networks: this.named(
        networks.map(({ Name, Driver, Labels }) => ({ name: Name, driver: Driver, labels: Labels })),
      ),
      volumes: this.named(volumes.map(({ Name, Driver, Labels }) => ({ name: Name, driver: Driver, labels: Labels }))),
    };
  }

  private container(found: ContainerSummary): ContainerView {
    const { Id, Names, Image, ImageID, State, Status, Ports, NetworkSettings, Mounts, Labels } = found;
    return {
      name: Names[0]?.slice(1) ?? Id,
      id: Id,
      stage: this.stageOf(Labels)!,
      image: Image,
      imageId: ImageID,
      isRunning: State === "running",
      state: State === "running" ? State : Status.replace(/ (?:\d+|About|Less) .*ago$/, "").toLowerCase(),
      ports: portsOf(Ports ?? []),
      networks: Object.keys(NetworkSettings?.Networks ?? {}).sort(),
      volumes: (Mounts ?? []).flatMap(({ Type, Name }) => (Type === "volume" && Name ? [Name] : [])).sort(),
    };
  }

  private async image(id: string): Promise<ImageView | undefined> {
    if (!this.images.has(id)) this.images.set(id, await this.engine.images.tryInspect(id));
    const found = this.images.get(id);
    if (!found) return undefined;
    const [tag] = found.RepoTags ?? [];
    return { id, name: tag ?? `<none> ${shortId(id)}`, size: found.Size ?? 0, layers: found.RootFS?.Layers ?? [] };
  }

  private named(found: readonly { name: string; driver: string; labels: Labels }[]): NamedView[] {
    return found
      .flatMap(({ name, driver, labels }) => {
        const stage = this.stageOf(labels);
        return stage === undefined ? [] : [{ name, driver, stage }];
      })
      .sort(byName);
  }

  /** The stage of an object; undefined where it is none of these labs', but of others on the same engine. */
  private stageOf(labels: Labels): string | undefined {
    const label = labels?.[STAGE_LABEL];
    return this.stages.find((stage) => this.prefix + stage === label);
  }
}

type Labels = Readonly<Record<string, string>> | null | undefined;

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => naturalOrder(a.name, b.name);
