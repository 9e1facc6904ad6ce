import type { Code, Parameters } from "./messages";

type Subjects = { readonly [C in Code]?: (parameters: Parameters<C>) => string };

/** Problems that are told once for all the places that they have, and what they are then about. */
const subjects: Subjects = {
  "variable-unset": ({ name }) => name,
  "ignored-key": ({ key, why }) => `${key.slice(key.lastIndexOf(".") + 1)} ${why}`,
};

/** What a problem is about, where one of a kind is enough. */
export function subjectOf<C extends Code>(code: C, parameters: Parameters<C>): string | undefined {
  const subject = subjects[code] as ((parameters: Parameters<C>) => string) | undefined;
  return subject && `${code} ${subject(parameters)}`;
}
