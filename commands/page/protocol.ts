import type { Text } from "../../languages/text";

/** A container of the labs on the engine. */
export interface ContainerView {
  readonly name: string;
  readonly id: string;
  /** Stage that it is of. */
  readonly stage: string;
  readonly image: string;
  readonly imageId: string;
  readonly isRunning: boolean;
  /** As the engine has it: `Up 3 minutes` without its age, `exited (0)`. */
  readonly state: string;
  readonly ports: string;
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

/** An image that a container of the labs was made of. */
export interface ImageView {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Digests of its layers, the lowest first. */
  readonly layers: readonly string[];
}

export interface NamedView {
  readonly name: string;
  readonly stage: string;
  readonly driver: string;
}

/** What the labs have on the engine itself. */
export interface EnginePicture {
  readonly containers: readonly ContainerView[];
  readonly images: readonly ImageView[];
  readonly networks: readonly NamedView[];
  readonly volumes: readonly NamedView[];
}

export interface NodeView {
  readonly id: string;
  readonly name: string;
  /** The container that it is; empty where it is none of the labs'. */
  readonly container: string;
  /** Whether it answers to the swarm. */
  readonly isReady: boolean;
  /** `ready`, `down`, `unknown` … */
  readonly state: string;
  readonly availability: string;
  readonly role: "leader" | "manager" | "worker";
}

export interface ServiceView {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly running: number;
  readonly desired: number;
  readonly ports: string;
}

/** A task that the swarm wants to run. */
export interface TaskView {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  /** Id of its node; empty where it has none yet. */
  readonly node: string;
  readonly state: string;
  readonly error: string;
  /** Ids of the networks that it is on. */
  readonly networks: readonly string[];
  /** Names of the volumes that it has on its node. */
  readonly volumes: readonly string[];
  /** Id of its container on that node; empty where it has none yet. */
  readonly container: string;
}

/** What is inside the swarm of the labs. */
export interface SwarmPicture {
  readonly nodes: readonly NodeView[];
  readonly services: readonly ServiceView[];
  readonly tasks: readonly TaskView[];
  readonly networks: readonly { readonly id: string; readonly name: string }[];
}

/** What the voting app has counted. */
export interface Votes {
  readonly a: number;
  readonly b: number;
}

/** A lesson of a stage, and whether it holds. */
export interface CheckView {
  readonly teaches: Text;
  /** null where it was not looked at since the stage is there. */
  readonly holds: boolean | null;
  /** What was seen instead. */
  readonly instead: Text | null;
}

export interface StepView {
  readonly key: string;
  /** The command; of a step that is none, its title. */
  readonly head: Text;
  readonly isCommand: boolean;
  /** What it printed; null where the stage is not deployed. */
  readonly output: Text | null;
  readonly look: Text | null;
  readonly checks: readonly CheckView[];
}

export interface StageView {
  readonly name: string;
  readonly isDeployed: boolean;
  /** Whether what it makes is in a swarm. */
  readonly isInSwarm: boolean;
  readonly steps: readonly StepView[];
  /** Lessons that no step of its own shows. */
  readonly checks: readonly CheckView[];
  readonly addresses: readonly { readonly name: string; readonly url: string }[];
}

/** What `./lab` does, here or started elsewhere. */
export interface WorkView {
  /** As it is typed. */
  readonly command: string;
  readonly isHere: boolean;
  readonly isRunning: boolean;
  /** Exit code; null while it runs, and of what was started elsewhere. */
  readonly code: number | null;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** What it has said, the last of it. */
  readonly lines: readonly string[];
}

/** All that the page shows, by parts that are sent whole as often as they change. */
export interface Sections {
  readonly stages: readonly StageView[];
  readonly engine: EnginePicture;
  /** null where there is no swarm. */
  readonly swarm: SwarmPicture | null;
  /** null where nobody counts. */
  readonly votes: Votes | null;
  /** null before anything was done. */
  readonly work: WorkView | null;
  /** Why the engine can't be asked; empty where it can. */
  readonly trouble: string;
}

export type SectionName = keyof Sections;

/** What of them a page was sent so far. */
export type Received = Partial<Sections>;

/** What the server sends: one section. */
export type SectionMessage = {
  readonly [Name in SectionName]: { readonly name: Name; readonly value: Sections[Name] };
}[SectionName];

/** What can be done to a stage from the page. */
export const actions = ["deploy", "diff", "verify", "destroy"] as const;
export type Action = (typeof actions)[number];

/** What a click asks for. */
export type ObjectKind = "container" | "image" | "network" | "volume" | "node" | "service" | "task";

/** An object as it is shown in full. */
export interface ObjectDetails {
  readonly kind: ObjectKind;
  readonly name: string;
  /** What matters of it, in the API's own words. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** All of it, as `docker inspect` prints it. */
  readonly inspected: string;
  /** The last of what it printed; null where it prints nothing. */
  readonly logs: string | null;
}

/** Size of a terminal, in characters. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}
