import type { ContainerInspect } from "../../../../engine";
import { observe, schema } from "../../../../provider/resources/container/parts";
import type { ObjectValue } from "../../../../provider/schema";
import { project } from "../../../../provider/schema/plan/project";
import { configOf, echo } from "./engine-echo";

/** What an engine has of a container, and what is told of it. */
export interface Row {
  readonly name: string;
  /** What was asked, of which the engine has made what it has. */
  readonly asked?: ObjectValue;
  readonly found: ContainerInspect;
  readonly state: ObjectValue;
}

/** The state of a container of which that was asked. */
export function toldOf(found: ContainerInspect, more?: ObjectValue): ObjectValue {
  const asked = configOf(more);
  return project(schema, asked as unknown as ObjectValue, observe(found, asked) as ObjectValue);
}

/** The state of one that is imported. */
export const importedOf = (found: ContainerInspect): ObjectValue =>
  project(schema, undefined, observe(found, undefined) as ObjectValue);

export const host = (more: object, asked: ObjectValue = {}): ContainerInspect => {
  const found = echo(asked);
  return { ...found, HostConfig: { ...found.HostConfig, ...more } };
};
export const config = (more: object, asked: ObjectValue = {}): ContainerInspect => {
  const found = echo(asked);
  return { ...found, Config: { ...found.Config, ...more } };
};
export const ended = { Status: "exited", Running: false, ExitCode: 3, StartedAt: "2026-01-01T00:00:00Z" };
export const created = { Status: "created", Running: false, ExitCode: 0, StartedAt: "0001-01-01T00:00:00Z" };
export const state = (State: object): ContainerInspect => echo({}, { State } as Partial<ContainerInspect>);
export const networks = (Networks: object): ContainerInspect =>
  echo({}, { NetworkSettings: { Networks } } as Partial<ContainerInspect>);
export const open = (ports: ObjectValue[], Ports: object): ContainerInspect =>
  echo({ ports }, { NetworkSettings: { Ports } } as unknown as Partial<ContainerInspect>);
export const front = { NetworkID: "abcdef", Aliases: ["web", "0123456789ab"], IPAMConfig: { IPv4Address: "10.0.0.2" } };
