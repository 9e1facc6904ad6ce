/** The entries of `found` that `asked` names; all of them where nothing was asked. */
export function pick(
  found: Readonly<Record<string, string>>,
  asked: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  return Object.fromEntries(Object.entries(found).filter(([key]) => asked === undefined || Object.hasOwn(asked, key)));
}
