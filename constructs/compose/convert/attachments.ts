import { own } from "../../../foreign/own";
import { networksOf, type Service } from "../keys/service";
import type { Normalized } from "../normalize/normalize";
import type { Names } from "./names";
import { ascending, present, some } from "./present";

export interface NetworkAttachment {
  /** Name of the network. */
  readonly Target: string;
  readonly Aliases?: readonly string[];
  readonly DriverOpts?: Readonly<Record<string, string>>;
}

/** Networks that every engine has; on the others a service is known by names. */
const predefined = ["default", "bridge", "host", "none"];

/** Where a service is attached, by the networks' names; it is known there by its own key, too. */
export function attachments(service: Service, key: string, { project }: Normalized, names: Names): NetworkAttachment[] {
  const all = networksOf(service).map((network) => {
    const { aliases, driver_opts: options } = own(service.networks, network) ?? {};
    const target = names.network(network);
    const known = predefined.includes(target) ? aliases : [...(aliases ?? []), key];
    const spec: NetworkAttachment = present({ Target: target, Aliases: some(known), DriverOpts: options });
    return names.refer(spec, network, own(project.networks, network));
  });
  return all.sort(ascending(({ Target }) => Target));
}
