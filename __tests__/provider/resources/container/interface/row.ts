import type { ObjectValue } from "../../../../../provider/schema";

type Outcome = "kept" | "updated" | "replaced";

/** One thing that can be asked of a container, and what the engine makes of it. */
export interface Row {
  /** Reads after "a container with". */
  readonly name: string;
  readonly asked: ObjectValue;
  /** The API version that brought it: an engine before it refuses it, and is named. @default - every one has it */
  readonly since?: string;
  /** What the engine's inspect shows, and does not show of a container of which nothing is asked. */
  readonly shows?: object;
  /** It shows the same of a container of which nothing is asked. @default false */
  readonly isShownAnyway?: boolean;
  /** The networks that it is on, all of them. @default not looked at */
  readonly on?: readonly string[];
  /** What state tells that was not asked. */
  readonly tells?: object;
  /** What a plan makes of the container when its lines are taken away. @default "replaced" */
  readonly without?: Outcome;
  /** What a plan makes of the container when it has been imported. @default "kept" */
  readonly imported?: Outcome;
}

/** What the rows find on the engine. */
export interface World {
  /** A network with a subnet of IPv4 and one of IPv6. */
  readonly network: string;
  readonly ipv4: string;
  readonly ipv6: string;
  /** Another network, by its id. */
  readonly secondId: string;
  readonly second: string;
  readonly volume: string;
  /** A folder of the engine's host, with the file `source` in it. */
  readonly folder: string;
  /** An image that has a folder `bin`. */
  readonly image: string;
  /** A container that runs and has a volume. */
  readonly neighbour: string;
  readonly neighbourId: string;
  /** What the engine tells of the network mode `default`: those from 26 on tell what it leads to. */
  readonly defaultMode: "default" | "bridge";
  /** The first of three ports of the host that are free. */
  readonly port: number;
}

export type Rows = (world: World) => readonly Row[];
