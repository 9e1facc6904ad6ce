/** Signals of Linux by name. @see https://man7.org/linux/man-pages/man7/signal.7.html */
const names: ReadonlySet<string> = new Set([
  ...["ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL"],
  ...["PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1"],
  ...["USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX"],
  ...Array.from({ length: 15 }, (_, i) => `RTMIN+${i + 1}`),
  ...Array.from({ length: 14 }, (_, i) => `RTMAX-${i + 1}`),
]);
/** Of a number of 64 bits. */
const LIMIT = 2n ** 63n;

/** Whether engines take it for a signal: a number that is not 0, or a name, with or without `SIG`, in whatever case. */
export function isSignal(text: string): boolean {
  if (!/^[+-]?\d+$/.test(text)) return names.has(text.toUpperCase().replace(/^SIG/, ""));
  const number = BigInt(text.replace(/^\+/, ""));
  return number !== 0n && number < LIMIT && number >= -LIMIT;
}

/** Names to choose from, as they are mostly written. */
export const signalNames: readonly string[] = [...names].map((name) => `SIG${name}`);
