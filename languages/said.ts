import { languageOf } from "./text";

/**
 * A message in every language, said in that of whoever reads it at the moment when it is printed.
 *
 * @param es the same of the same facts: one that lacks, or asks for others, is a type error
 */
export function said<Facts extends readonly unknown[] = []>(
  en: string | ((...facts: Facts) => string),
  es: string | ((...facts: NoInfer<Facts>) => string),
): (...facts: Facts) => string {
  return (...facts) => {
    const message = { en, es }[languageOf(process.env)];
    return typeof message === "string" ? message : message(...facts);
  };
}
