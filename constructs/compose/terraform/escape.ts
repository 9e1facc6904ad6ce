import { Fn, Token } from "cdktf";
import { literal } from "../../literal";
import { expression } from "./content";
import { isTokenNumber, splitTokens } from "./tokens";

/**
 * A value in which neither Terraform nor cdktf takes anything for its own but tokens, texts and keys alike: the very
 * value, where nothing in it would be, which is most of a large stack.
 */
export function escapeTemplates<T>(value: T): T {
  if (typeof value === "string") return escapeText(value) as T;
  if (Array.isArray(value)) {
    const items = value.map(escapeTemplates);
    return items.every((item, i) => item === value[i]) ? value : (items as T);
  }
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value);
  if (entries.some(([key]) => unsafe.has(key))) return madeByTerraform(entries) as T;
  const escaped = entries.map(([key, item]) => [escapeText(key), escapeTemplates(item)] as const);
  const isSame = escaped.every(([key, item], i) => key === entries[i]![0] && item === entries[i]![1]);
  return isSame ? value : (Object.fromEntries(escaped) as T);
}

/** Keys that cdktf loses, or takes a map for a construct by. */
const unsafe: ReadonlySet<string> = new Set(["__proto__", "_children"]);

const madeByTerraform = (entries: readonly (readonly [string, string])[]): unknown =>
  Fn.zipmap(
    entries.map(([key]) => expression(key)),
    entries.map(([, item]) => expression(item)),
  );

/** Texts that cdktf takes for a mistake wherever they stand. */
const reserved: readonly string[] = [Token.STRING_MAP_TOKEN_VALUE, Token.ANY_MAP_TOKEN_VALUE];

const escapeText = (text: string): string =>
  reserved.includes(text)
    ? `\${""}${text}`
    : splitTokens(text)
        .map((part, i, parts) => (part.isToken ? part.text : escapePart(part.text, parts[i + 1]?.isToken ?? false)))
        .join("");

/** A dollar before a token would make its `${` a literal one. */
const escapePart = (text: string, beforeToken: boolean): string =>
  beforeToken && text.endsWith("$") ? `${plain(text.slice(0, -1))}\${"$"}` : plain(text);

/** Text that is nobody's template, and no token: what looks like one is broken by a template that gives the same. */
const plain = (text: string): string =>
  literal(text)
    .replaceAll("{TfToken[", '{TfToken${"["}')
    .replaceAll(/(?<![-+.|\d])([-+.|\d]+)(e[-+.|eE\d]+)/g, (found, mantissa, exponent) =>
      isTokenNumber(found) ? `${mantissa}\${""}${exponent}` : found,
    );
