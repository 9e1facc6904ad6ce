import type { EdgeRoute } from "./edge-service";

/** A section of HAProxy's configuration; what is false is left out. */
export const section = (title: string, lines: readonly (string | false | undefined)[]): string =>
  [title, ...lines.filter(Boolean).map((line) => `  ${line}`)].join("\n");

export const nameOf = ({ key, published }: EdgeRoute): string => `${key}_${published}`;

/** Finds the service's tasks by DNS. @param options of each server @param name that servers have before their number */
export const discovery = ({ key, slots, service, target }: EdgeRoute, options = "", name = key): string =>
  `server-template ${name} 1-${slots} tasks.${service}:${target} resolvers docker resolve-prefer ipv4 init-addr none${options}`;
