import { list, oneOrTexts } from "./shapes/collections";
import { command } from "./shapes/command";
import { coveredFields } from "./shapes/fields";
import { pairs } from "./shapes/pairs";
import { choice, flag, text } from "./shapes/scalars";

/** A command in a container, as the argument or resource that runs it has it. */
const hook = (becomes: string) => {
  const argument = (name: string) => ({ becomes: `${becomes}.${name}` });
  return coveredFields(
    {
      command: { shape: command, host: argument("command") },
      user: { shape: text, host: argument("user") },
      privileged: { shape: flag, host: argument("privileged") },
      working_dir: { shape: text, host: argument("working_dir") },
      environment: { shape: pairs, host: argument("environment") },
    },
    "command",
  );
};

/** What runs in a container after its start. */
export const postStart = list(hook("docker_exec"));

/** What runs in a container before its stop. */
export const preStop = list(hook("docker_container.pre_stop"));

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
        exec: hook("docker_exec"),
        initial_sync: flag,
      },
      "path",
      "action",
    ),
  ),
});
