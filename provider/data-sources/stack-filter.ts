import { STACK_LABEL } from "../../formats/labels";
import { string, stringMap } from "../schema";
import { labelFilter } from "./label-filter";

/** Which services of the swarm are meant. */
export const serviceFilter = {
  stack: string({ optional: true, doc: "Stack that they belong to. Default: any, and none." }),
  name_prefix: string({ optional: true, doc: "What the services' names begin with. Default: any name." }),
  labels: stringMap({ optional: true, doc: "Labels that the services carry, with these values. Default: any labels." }),
} as const;

interface Asked {
  readonly stack?: string;
  readonly name_prefix?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** The same, as the Engine API's filters have it. */
export const toFilters = ({ stack, name_prefix: prefix, labels = {} }: Asked) => ({
  ...(prefix && { name: [prefix] }),
  label: labelFilter({ ...labels, ...(stack && { [STACK_LABEL]: stack }) }),
});

/** What was asked, as text. */
export const idOf = ({ stack = "", name_prefix = "", labels = {} }: Asked): string =>
  JSON.stringify([stack, name_prefix, labels]);

/** web.2 comes before web.10. */
export const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.localeCompare(b.name, "en", { numeric: true });

/** An image as it was written: `redis:alpine@sha256:…` as `redis:alpine`. */
export const withoutDigest = (image: string): string => image.split("@")[0]!;
