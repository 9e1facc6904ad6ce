import { quote, type Text } from "./text";

/** What an engine refuses of a container, told before anything is made. */
export const hostErrors = {
  "attempts-without-failure": ({ condition }: { condition: string | undefined }): Text => ({
    what: `\`max_attempts\` is given ${condition === undefined ? "without a condition" : `with condition ${quote(condition)}`}: an engine counts restarts after a failure alone`,
    remedy: "write `condition: on-failure`, or remove `max_attempts`",
  }),
} as const;

/** What an engine is not asked for although the file says it, as `docker compose` has it. */
export const hostWarnings = {
  "file-owner-dropped": ({ key, kind, name }: { key: string; kind: "secret" | "config"; name: string }): Text => ({
    what: `\`${key}\` is ignored: ${kind} ${quote(name)} is a file of the machine, which is bound as it is there`,
    remedy: `set it on the file (\`${key === "mode" ? "chmod" : "chown"}\`), or give the content as ${kind === "secret" ? "`environment`" : "`environment` or `content`"}, which is put into the container`,
  }),
  "target-again": ({ target, kind }: { target: string; kind: string }): Text => ({
    what: `what \`${kind}\` has at ${quote(target)} here is ignored: a later item ends up there, too, and the last counts, as \`docker compose\` has it`,
    remedy: "remove one of the two, or give one another target",
  }),
  "restart-without-condition": ({ service }: { service: string }): Text => ({
    what: `a \`restart_policy\` without \`condition\` asks for nothing, as \`docker compose\` has it: no container of service ${quote(service)} is started again`,
    remedy: "write `condition: any` or `condition: on-failure`, or remove it",
  }),
} as const;
