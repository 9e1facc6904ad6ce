import { goFileMode } from "../../../provider/buildkit/file-mode";

/** Each value is what Go's os.Lstat gives for such a file. */
const rows = [
  { kind: "file", mode: 0o644, go: 0o644 },
  { kind: "folder", mode: 0o755, go: 2147484141 },
  { kind: "link", mode: 0o777, go: 134218239 },
  { kind: "fifo", mode: 0o600, go: 33554816 },
  { kind: "file", mode: 0o4755, go: 8389101 },
  { kind: "file", mode: 0o2755, go: 4194797 },
  { kind: "folder", mode: 0o1777, go: 2148532735 },
] as const;
test.each(rows)("$kind $mode is $go", ({ kind, mode, go }) => {
  expect(goFileMode({ kind, mode })).toBe(go);
});
