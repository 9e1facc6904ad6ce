/** Complains about text that is not base64 as RFC 4648 has it, padding included. */
export function validateBase64(text: string): string | undefined {
  const isBase64 = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  // The value may be a secret: it is not repeated.
  return isBase64 ? undefined : "the value is not base64; write `base64encode(…)` around the text";
}
