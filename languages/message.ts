import type { Text } from "./text";

/**
 * A message in every language at once: for whoever may choose theirs later.
 *
 * @param es the same of the same facts: one that lacks, or asks for others, is a type error
 */
export function message<Facts extends readonly unknown[] = []>(
  en: string | ((...facts: Facts) => string),
  es: string | ((...facts: NoInfer<Facts>) => string),
): (...facts: Facts) => Text {
  return (...facts) => ({
    en: typeof en === "string" ? en : en(...facts),
    es: typeof es === "string" ? es : es(...facts),
  });
}
