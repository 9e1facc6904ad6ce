import type { ObjectValue } from "../../../../../../provider/schema";

/** Objects that rows refer to, as Terraform's expressions say it. */
export const refer = {
  network: "${docker_network.net.id}",
  secret: "${docker_secret.key.id}",
  config: "${docker_config.file.id}",
  template: "{{.Node.Hostname}}",
} as const;

/** Their ids. */
export type Made = Readonly<Record<"network" | "secret" | "config", string>>;

/** A service that asks for one thing, and what the swarm's inspect shows of it. */
export interface Row {
  /** The end of a sentence that begins with "a service". */
  readonly says: string;
  readonly container?: ObjectValue;
  readonly task?: ObjectValue;
  readonly service?: ObjectValue;
  /** Of the specification, what a service that asks for nothing does not have. */
  readonly shown: object | ((made: Made) => object);
  /** It stays where nothing is asked any more, as all that is computed does, and what means the same as nothing. */
  readonly stays?: true;
  /** Why the plan after an import asks for it again, in place and to no effect. */
  readonly anew?: string;
}

/** A row about the containers. */
export const container = (
  says: string,
  asked: ObjectValue,
  shown: object | ((made: Made) => object),
  more: Partial<Row> = {},
): Row => ({
  says,
  container: asked,
  shown: typeof shown === "function" ? (made) => inContainer(shown(made)) : inContainer(shown),
  ...more,
});

/** A row about the tasks. */
export const task = (
  says: string,
  asked: ObjectValue,
  shown: object | ((made: Made) => object),
  more: Partial<Row> = {},
): Row => ({
  says,
  task: asked,
  shown: typeof shown === "function" ? (made) => ({ TaskTemplate: shown(made) }) : { TaskTemplate: shown },
  ...more,
});

/** A row about the service itself. */
export const service = (says: string, asked: ObjectValue, shown: object, more: Partial<Row> = {}): Row => ({
  says,
  service: asked,
  shown,
  ...more,
});

const inContainer = (ContainerSpec: object) => ({ TaskTemplate: { ContainerSpec } });
