import { literal } from "../../literal";
import { splitTokens } from "./tokens";

/** A value in which Terraform takes nothing for its own but tokens, texts and keys alike. */
export function escapeTemplates<T>(value: T): T {
  if (typeof value === "string") return escapeText(value) as T;
  if (Array.isArray(value)) return value.map(escapeTemplates) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeText(key), escapeTemplates(item)])) as T;
}

const escapeText = (text: string): string =>
  splitTokens(text)
    .map((part, i, parts) => (part.isToken ? part.text : escapePart(part.text, parts[i + 1]?.isToken ?? false)))
    .join("");

/** A dollar before a token would make its `${` a literal one. */
const escapePart = (text: string, beforeToken: boolean): string =>
  beforeToken && text.endsWith("$") ? `${literal(text.slice(0, -1))}\${"$"}` : literal(text);
