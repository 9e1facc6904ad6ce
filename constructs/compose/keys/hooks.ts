import { list, oneOrTexts } from "./shapes/collections";
import { command } from "./shapes/command";
import { coveredFields } from "./shapes/fields";
import { pairs } from "./shapes/pairs";
import { choice, flag, text } from "./shapes/scalars";

const exec = (attribute: string) => ({ becomes: `docker_exec.${attribute}` });

const hook = coveredFields(
  {
    command: { shape: command, host: exec("command") },
    user: { shape: text, host: exec("user") },
    privileged: { shape: flag, host: exec("privileged") },
    working_dir: { shape: text, host: exec("working_dir") },
    environment: { shape: pairs, host: exec("environment") },
  },
  "command",
);

/** What runs in a container after its start, or before its stop. */
export const hooks = list(hook);

/** What `docker compose watch` does as files change. */
export const develop = coveredFields({
  watch: list(
    coveredFields(
      {
        ignore: oneOrTexts,
        include: oneOrTexts,
        path: text,
        action: choice("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
        target: text,
        exec: hook,
        initial_sync: flag,
      },
      "path",
      "action",
    ),
  ),
});
