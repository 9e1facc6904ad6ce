import type { TaskSpec } from "../../../engine";
import { listOf, string, stringMap } from "../../schema";
import { once, part } from "./part";

type LogDriver = NonNullable<TaskSpec["LogDriver"]>;

const schema = {
  log_driver: listOf(
    {
      name: string({ required: true, doc: "`json-file`, `local`, `journald`, `none` and so on." }),
      options: stringMap({ optional: true, zero: {}, doc: "Options of the driver." }),
    },
    { max: 1, doc: "Where what tasks print goes. Default: the nodes' own." },
  ),
} as const;

export const logDriver = part<typeof schema, LogDriver | undefined>({
  schema,
  toEngine: (asked) => once(asked.log_driver, ({ name, options }) => ({ Name: name, Options: options })),
  fromEngine: (found) => ({ log_driver: found ? [{ name: found.Name ?? "", options: { ...found.Options } }] : [] }),
});
