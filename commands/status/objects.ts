import type { Engine } from "../../engine";
import { STAGE_LABEL } from "../../formats/labels";

/** Something that a stage has on the engine. */
export interface StageObject {
  readonly kind: "container" | "image" | "network" | "volume";
  readonly name: string;
  /** Image of a container, driver of a network or volume. */
  readonly of: string;
  readonly state: string;
  readonly created: Date;
}

/** Objects with the stage's label, and the images that its containers were made from. @param label `stage1`, behind the prefix */
export async function findObjects(engine: Engine, label: string): Promise<StageObject[]> {
  const filters = { label: `${STAGE_LABEL}=${label}` };
  const [containers, networks, volumes, images] = await Promise.all([
    engine.containers.list({ all: true, filters }),
    engine.networks.list({ filters }),
    engine.volumes.list({ filters }),
    engine.images.list(),
  ]);
  const used = new Set(containers.map(({ ImageID }) => ImageID));
  return [
    ...containers.map(({ Names, Image, State, Status, Created }) => ({
      kind: "container" as const,
      name: Names?.[0]?.slice(1) ?? "",
      of: Image,
      state: State === "running" ? State : Status.replace(/ (?:\d+|About|Less) .*ago$/, "").toLowerCase(),
      created: new Date((Created ?? 0) * 1000),
    })),
    ...images
      .filter(({ Id }) => used.has(Id))
      .map(({ RepoTags, Created, Size }) => ({
        kind: "image" as const,
        name: RepoTags?.join(", ") || "<none>",
        of: "",
        state: `${(Size / 1e6).toFixed(1)} MB`,
        created: new Date(Created * 1000),
      })),
    ...networks.map(({ Name, Driver, Created }) => ({
      kind: "network" as const,
      name: Name,
      of: Driver,
      state: "",
      created: new Date(Created ?? 0),
    })),
    ...volumes.map(({ Name, Driver, CreatedAt }) => ({
      kind: "volume" as const,
      name: Name,
      of: Driver,
      state: "",
      created: new Date(CreatedAt ?? 0),
    })),
  ];
}
