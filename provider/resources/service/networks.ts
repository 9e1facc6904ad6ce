import type { NetworkAttachmentConfig } from "../../../engine";
import { setOf, string, stringSet } from "../../schema";
import { each, like } from "../../schema/validators";
import { part, some, sorted, sortedBy } from "./part";

const schema = {
  networks_advanced: setOf(
    {
      name: string({ required: true, doc: "Name or id of the network." }),
      aliases: stringSet({ optional: true, zero: [], doc: "Names that the tasks have on it, beside the service's." }),
      driver_opts: stringSet({
        optional: true,
        zero: [],
        validate: each(like(/=/, "option", "`NAME=VALUE`")),
        doc: "Options of the network's driver for this service, `NAME=VALUE` each.",
      }),
    },
    { doc: "A network that the tasks are on." },
  ),
} as const;

/** Source: https://docs.docker.com/engine/swarm/networking/ */
export const networks = part<typeof schema, NetworkAttachmentConfig[] | undefined>({
  schema,

  toEngine: ({ networks_advanced }) =>
    some(
      sortedBy(networks_advanced, ({ name }) => name).map(({ name, aliases, driver_opts }) => ({
        Target: name,
        Aliases: some(sorted(aliases)),
        DriverOpts: driver_opts?.length
          ? Object.fromEntries(sortedBy(driver_opts, (each) => each).map(option))
          : undefined,
      })),
    ),

  fromEngine: (found) => ({
    networks_advanced: (found ?? []).map(({ Target, Aliases, DriverOpts }) => ({
      name: Target ?? "",
      aliases: Aliases ?? [],
      driver_opts: Object.entries(DriverOpts ?? {}).map(([name, value]) => `${name}=${value}`),
    })),
  }),
});

const option = (text: string): [string, string] => {
  const equals = text.indexOf("=");
  return [text.slice(0, equals), text.slice(equals + 1)];
};
