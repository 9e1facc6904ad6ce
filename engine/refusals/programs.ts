import type { Refusal } from "./refusal";

/** Programs and disks that are the engine's own affair. */
export const programs: readonly Refusal[] = [
  {
    pattern: /containerd\.sock/i,
    code: "server-error",
    says: "needs containerd, which does not answer the engine",
    remedy: "Start containerd again, or the engine where it starts containerd itself.",
  },
  {
    // Of a folder in its way 26.1 says "is a directory: unknown: permission denied".
    pattern:
      /exec: "([^"]*)": (?:executable file not found|stat [^:]*: no such file|is a directory|permission denied)|executable file not found|exec format error/i,
    code: "command-not-found",
    fault: "command",
    says: "cannot run its command",
    remedy: "Name a program that the image has, by its path or on its PATH, executable and built for this platform.",
  },
  {
    pattern: /no space left on device/i,
    code: "no-space",
    says: "found no space left on the engine's disk",
    remedy: "Make room on the engine's disk (`docker system df` shows what takes it).",
  },
];
