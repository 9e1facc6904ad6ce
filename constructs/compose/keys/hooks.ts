import { list, oneOrTexts } from "./shapes/collections";
import { command } from "./shapes/command";
import { coveredFields } from "./shapes/fields";
import { pairs } from "./shapes/pairs";
import { choice, flag, text } from "./shapes/scalars";

const hook = coveredFields({ command, user: text, privileged: flag, working_dir: text, environment: pairs }, "command");

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
