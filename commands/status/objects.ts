import type { Engine } from "../../engine";
import { STAGE_LABEL } from "../../formats/labels";

/** Something that a stage has on the engine. */
export interface StageObject {
  readonly kind: "container" | "image" | "network" | "volume";
  /** Nothing where it is known by its name alone. */
  readonly id: string;
  readonly name: string;
  /** Image of a container, driver of a network or volume. */
  readonly of: string;
  readonly state: string;
  readonly created: Date;
  /** Ports of the machine that it publishes, as `docker container ls` writes them. */
  readonly ports: string;
}

/** The beginning of an id, as Docker's own tables have it. */
export const shortId = (id: string): string => id.replace(/^sha256:/, "").slice(0, 12);

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
    ...containers.map(({ Id, Names, Image, State, Status, Created, Ports }) => ({
      kind: "container" as const,
      id: shortId(Id),
      name: Names?.[0]?.slice(1) ?? "",
      of: Image,
      state: State === "running" ? State : Status.replace(/ (?:\d+|About|Less) .*ago$/, "").toLowerCase(),
      created: new Date((Created ?? 0) * 1000),
      ports: portsOf(Ports ?? []),
    })),
    ...images
      .filter(({ Id }) => used.has(Id))
      .map(({ Id, RepoTags, Created, Size }) => ({
        kind: "image" as const,
        id: shortId(Id),
        name: RepoTags?.join(", ") || "<none>",
        of: "",
        state: `${(Size / 1e6).toFixed(1)} MB`,
        created: new Date(Created * 1000),
        ports: "",
      })),
    ...networks.map(({ Id, Name, Driver, Created }) => ({
      kind: "network" as const,
      id: shortId(Id),
      name: Name,
      of: Driver,
      state: "",
      created: new Date(Created ?? 0),
      ports: "",
    })),
    ...volumes.map(({ Name, Driver, CreatedAt }) => ({
      kind: "volume" as const,
      id: "",
      name: Name,
      of: Driver,
      state: "",
      created: new Date(CreatedAt ?? 0),
      ports: "",
    })),
  ];
}

interface Port {
  readonly IP?: string | null;
  readonly PublicPort?: number | null;
  readonly PrivatePort: number;
  readonly Type: string;
}

/** `127.0.0.1:5000->80/tcp`, and of one that is not published `80/tcp`. */
export const portsOf = (ports: readonly Port[]): string =>
  ports
    .map(({ IP, PublicPort, PrivatePort, Type }) => {
      const inside = `${PrivatePort}/${Type}`;
      return PublicPort ? `${IP?.includes(":") ? `[${IP}]` : (IP ?? "")}:${PublicPort}->${inside}` : inside;
    })
    .sort()
    .join(", ");
