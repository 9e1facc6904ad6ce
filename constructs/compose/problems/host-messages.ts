import { quote, type Text } from "./text";

/** What an engine refuses of a container, told before anything is made. */
export const hostErrors = {
  "attempts-without-failure": ({ condition }: { condition: string | undefined }): Text => ({
    what: `\`max_attempts\` is given ${condition === undefined ? "without a condition" : `with condition ${quote(condition)}`}: an engine counts restarts after a failure alone`,
    remedy: "write `condition: on-failure`, or remove `max_attempts`",
  }),
} as const;

/** What `docker compose` leaves out of a container without a word, or nearly so. */
export const hostWarnings = {
  "restart-without-condition": ({ service }: { service: string }): Text => ({
    what: `a \`restart_policy\` without \`condition\` asks for nothing, as \`docker compose\` has it: no container of service ${quote(service)} is started again`,
    remedy: "write `condition: any` or `condition: on-failure`, or remove it",
  }),
} as const;
