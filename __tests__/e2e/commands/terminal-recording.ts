import { stripVTControlCharacters } from "node:util";

/** What is used of the library that cdktf runs Terraform under a terminal with; its own types are no module's. */
interface Terminal {
  onData(listener: (chunk: string) => void): void;
  onExit(listener: (end: { readonly exitCode: number }) => void): void;
  write(text: string): void;
}
const { spawn } = require("@cdktf/node-pty-prebuilt-multiarch") as {
  spawn(program: string, args: readonly string[], options: object): Terminal;
};

/** What a command did on a terminal. */
export interface Recording {
  readonly code: number;
  /** All that it wrote, as it wrote it. */
  readonly text: string;
  /** The same without what steers the terminal: every line that was ever drawn. */
  readonly drawn: string;
  readonly lastLine: string;
  /** Characters of the widest line of its live lines, and of what it says. */
  readonly widest: number;
  /** Longest time between two writes, in milliseconds. */
  readonly longestQuiet: number;
}

interface TerminalOptions {
  readonly columns: number;
  /** What is typed as soon as the command has written something. */
  readonly type?: { readonly text: string; readonly once: RegExp };
}

/** Lines that are drawn over: what begins with a spinner, and what stands below it. */
const isLive = /^(?:[⠀-⣿] |· stage\d {2}| {4}(?:[+~-]|and) )/;

/** Runs a command to its end on a terminal of that width. */
export function recordTerminal(
  cwd: string,
  [program, ...args]: readonly [string, ...string[]],
  { columns, type }: TerminalOptions,
): Promise<Recording> {
  const { NO_COLOR: _, ...env } = process.env;
  const terminal = spawn(program, args, { cwd, cols: columns, rows: 24, env: { ...env, TERM: "xterm" } });
  let text = "";
  let last = Date.now();
  let longestQuiet = 0;
  let isTyped = false;
  terminal.onData((chunk) => {
    text += chunk;
    longestQuiet = Math.max(longestQuiet, Date.now() - last);
    last = Date.now();
    if (type && !isTyped && type.once.test(stripVTControlCharacters(text))) {
      isTyped = true;
      terminal.write(type.text);
    }
  });
  return new Promise((resolve) =>
    terminal.onExit(({ exitCode }) => {
      const drawn = stripVTControlCharacters(text).replaceAll("\r", "");
      const lines = drawn.split("\n");
      resolve({
        code: exitCode,
        text,
        drawn,
        lastLine: lines.findLast((line) => line.trim() !== "") ?? "",
        widest: Math.max(0, ...lines.filter((line) => isLive.test(line)).map((line) => line.length)),
        longestQuiet,
      });
    }),
  );
}
