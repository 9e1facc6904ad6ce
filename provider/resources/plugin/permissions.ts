import type { PluginPrivilege } from "../../../engine";
import { DiagnosticError } from "../../schema";

interface Granted {
  readonly grant_all_permissions?: boolean;
  readonly grant_permissions: readonly { readonly name: string; readonly value: readonly string[] }[];
}

/**
 * Refuses, before it is installed, a plugin that asks for more than it is granted: whatever it is, it runs as root.
 *
 * @throws DiagnosticError that names what it asks for
 */
export function assertGranted(
  name: string,
  asked: readonly PluginPrivilege[],
  { grant_all_permissions: isAll, grant_permissions: granted }: Granted,
): void {
  const missing = isAll ? [] : asked.filter((privilege) => !isGranted(privilege, granted));
  if (missing.length === 0) return;
  const blocks = missing.map(
    ({ Name, Value }) =>
      `grant_permissions {\n  name  = ${JSON.stringify(Name)}\n  value = ${JSON.stringify(Value ?? [])}\n}`,
  );
  throw new DiagnosticError([
    {
      severity: "error",
      summary: `plugin "${name}" asks for what it is not granted: ${missing.map(shown).join(", ")}`,
      detail: `Grant it, where you trust the plugin with the engine's host, or set \`grant_all_permissions = true\`:\n${blocks.join("\n")}`,
      path: ["grant_permissions"],
    },
  ]);
}

const isGranted = ({ Name, Value }: PluginPrivilege, granted: Granted["grant_permissions"]): boolean => {
  const values = granted.filter(({ name }) => name === Name).flatMap(({ value }) => value);
  return granted.some(({ name }) => name === Name) && (Value ?? []).every((value) => values.includes(value));
};

const shown = ({ Name, Value }: PluginPrivilege): string => `${Name} ${JSON.stringify(Value ?? [])}`;
