import type { HostConfig } from "../../../engine";
import { string, stringMap } from "../../schema";
import { part } from "./part";

type Driver = NonNullable<HostConfig["LogConfig"]>["Type"];

const schema = {
  log_driver: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    doc: "Driver that takes what it prints: `json-file`, `local`, `none`, `syslog` or another. Default: the engine's.",
  }),
  log_opts: stringMap({
    optional: true,
    forceNew: true,
    zero: {},
    adds: true,
    doc: "Options of the driver, `max-size` for instance. The engine's own are not shown.",
  }),
  storage_opts: stringMap({
    optional: true,
    forceNew: true,
    zero: {},
    adds: true,
    doc: "Options of the storage driver, `size` for instance.",
  }),
} as const;

/** Where what it prints goes, and options of its storage. */
export const logging = part({
  schema,

  toEngine: ({ log_driver, log_opts = {}, storage_opts }) => {
    const isAsked = log_driver || Object.keys(log_opts).length > 0;
    return {
      host: {
        LogConfig: isAsked ? { Type: log_driver as Driver, Config: log_opts } : undefined,
        StorageOpt: storage_opts,
      },
    };
  },

  fromEngine: ({ HostConfig: { LogConfig, StorageOpt } }) => ({
    log_driver: LogConfig?.Type ?? "",
    log_opts: { ...LogConfig?.Config },
    storage_opts: { ...StorageOpt },
  }),
});
