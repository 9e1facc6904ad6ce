/** Complains about text that is not base64 as RFC 4648 has it, padding included; line breaks in it say nothing. */
export function validateBase64(text: string): string | undefined {
  const line = text.replace(/[\r\n]/g, "");
  const isBase64 = line.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(line);
  // The value may be a secret: it is not repeated.
  return isBase64 ? undefined : "the value is not base64; write `base64encode(…)` around the text";
}

/** The one spelling that the engine tells: without line breaks, and without bits that no byte has. */
export const plainBase64 = (text: string): string => Buffer.from(text, "base64").toString("base64");

/** Whether two texts are spellings of the same bytes. */
export const sameBase64 = (a: string, b: string): boolean => plainBase64(a) === plainBase64(b);
