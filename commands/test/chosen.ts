import { LabProblem } from "../problem";

/**
 * What is named, in the order that it has among all; all where nothing is named.
 *
 * @param kind of what is named, in words: `engine`
 * @throws LabProblem `unknown-name`
 */
export function chosen<T extends { readonly name: string }>(
  kind: () => string,
  all: readonly T[],
  names: readonly string[],
): readonly T[] {
  const known = all.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw LabProblem.of("unknown-name", { kind: kind(), name: unknown, known });
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}
