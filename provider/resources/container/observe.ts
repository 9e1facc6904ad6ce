import type { ContainerInspect, ImageInspect } from "../../../engine";
import { own } from "../../../foreign/own";
import type { Observed } from "../../schema";
import type { Asked } from "../part";
import { parts, type schema } from "./schema";

/**
 * What the engine says of the container, in the words in which it was asked for.
 *
 * @param asked undefined on import, when everything is told
 */
export function observe(found: ContainerInspect, asked: Asked<typeof schema> | undefined): Observed<typeof schema> {
  return Object.assign({}, ...parts.map((part) => part.fromEngine(found, asked)));
}

/**
 * The container without what it has from its image, so that an import tells what was asked for when it was made. The
 * command and its like stay: state shows them whoever gave them.
 */
export function withoutImage(found: ContainerInspect, image: ImageInspect | undefined): ContainerInspect {
  const { Env, Labels, Volumes, ExposedPorts, Healthcheck } = image?.Config ?? {};
  const { Config } = found;
  return {
    ...found,
    Config: {
      ...Config,
      Env: (Config.Env ?? []).filter((variable) => !Env?.includes(variable)),
      Labels: without(Config.Labels, Labels),
      Volumes: without(Config.Volumes, Volumes),
      ExposedPorts: without(Config.ExposedPorts, ExposedPorts),
      Healthcheck: isSame(Config.Healthcheck, Healthcheck) ? undefined : Config.Healthcheck,
    },
  };
}

type Entries = { readonly [name: string]: unknown } | null | undefined;

const without = <T extends Entries>(found: T, image: Entries): T =>
  Object.fromEntries(Object.entries(found ?? {}).filter(([name, value]) => !isSame(value, own(image, name)))) as T;

const isSame = (a: unknown, b: unknown): boolean => b !== undefined && JSON.stringify(a) === JSON.stringify(b);
