import type { Entry } from "../../build-context";

/** Go's file modes, which the transfer speaks: https://pkg.go.dev/io/fs#FileMode */
const KINDS: Readonly<Record<Entry["kind"], number>> = { file: 0, folder: 2 ** 31, link: 2 ** 27, fifo: 2 ** 25 };
const SPECIAL = [
  { posix: 0o4000, go: 2 ** 23 },
  { posix: 0o2000, go: 2 ** 22 },
  { posix: 0o1000, go: 2 ** 20 },
];

/** An entry's kind and permissions as one number. */
export function goFileMode({ kind, mode }: Pick<Entry, "kind" | "mode">): number {
  const special = SPECIAL.filter(({ posix }) => mode & posix).reduce((sum, { go }) => sum + go, 0);
  return KINDS[kind] + special + (mode & 0o777);
}
