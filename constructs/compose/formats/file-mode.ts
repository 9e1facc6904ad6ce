/** Permissions written in octal, `0440` or `0o440`; undefined for what is none. */
export function readFileMode(text: string): number | undefined {
  const digits = /^(?:0o?)?([0-7]{1,4})$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}
