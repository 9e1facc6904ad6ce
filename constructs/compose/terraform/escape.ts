/** A token of cdktf, which stands for a value that Terraform knows later. */
const template = /\$\{(?!TfToken\[)|%\{/g;

/** Text as Terraform's JSON has it: what looks like a template there, and is none, is doubled. */
export const escapeText = (text: string): string => text.replaceAll(template, (start) => `${start[0]}${start}`);

/** A value with all its texts and keys escaped. */
export function escapeTemplates<T>(value: T): T {
  if (typeof value === "string") return escapeText(value) as T;
  if (Array.isArray(value)) return value.map(escapeTemplates) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeText(key), escapeTemplates(item)])) as T;
}
