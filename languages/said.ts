import { message } from "./message";
import { inWords } from "./text";

/** A message in every language, said in that of whoever reads it at the moment when it is printed. */
export function said<Facts extends readonly unknown[] = []>(
  ...languages: Parameters<typeof message<Facts>>
): (...facts: Facts) => string {
  const text = message<Facts>(...languages);
  return (...facts) => inWords(text(...facts));
}
