import { quote, type Text } from "./text";

const forms =
  "$VAR, ${VAR}, ${VAR:-default}, ${VAR-default}, ${VAR:?message}, ${VAR?message}, ${VAR:+other}, ${VAR+other}, $$";

/** What can be wrong with variables and the files that define them. */
export const interpolateErrors = {
  "bad-interpolation": ({ text, why }: { text: string; why: string }): Text => ({
    what: `${why} in ${quote(text)}`,
    allowed: forms,
    remedy: "write `$$` for a dollar sign that is one",
  }),
  "variable-required": ({ name, message }: { name: string; message: string }): Text => ({
    what: `variable \`${name}\` is required${message ? `: ${message}` : " and not set"}`,
    remedy: `set \`${name}\` in \`variables\` or in an .env file; the environment of the process is not read`,
  }),
  "env-file-syntax": ({ text, why }: { text: string; why: string }): Text => ({
    what: `${why} in ${quote(text)}`,
    allowed: "lines of the form NAME=value, comments behind #",
    remedy: "correct the line, or remove it",
  }),
} as const;

export const interpolateWarnings = {
  "variable-unset": ({ name }: { name: string }): Text => ({
    what: `variable \`${name}\` is not set and stands for nothing`,
    remedy: `set \`${name}\` in \`variables\` or in an .env file, or write \`\${${name}:-}\` where nothing is meant`,
  }),
} as const;
