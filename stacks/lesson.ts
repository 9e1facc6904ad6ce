import type { Engine } from "../engine";
import type { Text } from "../languages/text";

/** A request to a port that a container publishes. */
export interface PortRequest {
  readonly port: number;
  /** Sent as a form by POST. @default - GET */
  readonly form?: string;
  /** The `Cookie` header. @default - none */
  readonly cookie?: string;
}

/** Ports that containers publish on 127.0.0.1 of the engine's machine. */
export interface PublishedPorts {
  /** What was seen instead of success; undefined where the port answers with that. */
  ask(request: PortRequest): Promise<Text | undefined>;
  close(): Promise<void>;
}

/** What a lesson is checked on. */
export interface LiveStage {
  readonly engine: Engine;
  /** The name of an object of the stage, behind the context's prefix. */
  name(name: string): string;
  /** The engine inside a container of the stage. */
  inside(container: string): Engine;
  readonly ports: PublishedPorts;
}

/** Something that the lab teaches, and that can be seen on the engine. */
export interface Lesson {
  readonly teaches: Text;
  /** The step of its stage that shows it, by its key. @default - none of its own */
  readonly step?: string;
  /** What was seen instead; nothing where the lesson holds. */
  check(stage: LiveStage): Promise<Text | undefined>;
}

/** Time that a leader that has just begun is given, as after a reboot, to hear of its nodes, and to have tasks run on them. */
export const BACK_SECONDS = 60;
