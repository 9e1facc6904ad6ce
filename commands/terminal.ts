import { printable } from "../foreign/printable";
import { type Style, styled as styledFor } from "./colour";
import { doing } from "./display/doing";
import { type Drawing, Screen } from "./display/screen";

/** Standard error: what is said there stands above what goes on. */
export const screen = new Screen(process.stderr, async (): Promise<Drawing> => {
  const { logUpdateStderr } = await import("log-update");
  return logUpdateStderr;
});

/** Shows what is being done, for as long as the work takes. */
export async function during<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const end = await screen.begin(doing(what, Date.now()));
  try {
    return await work();
  } finally {
    end();
  }
}

/** `text` in a style where standard output is a terminal, as it is elsewhere. */
export const styled = (style: Style, text: string) => styledFor(style, text);

/** Passes on a line of a program that ./lab runs, in the program's own colours. */
export const passOn = (line: string): void => screen.write(`${line}\n`);

/** Prints a line of what was asked for on standard output, whoever wrote it. */
export const print = (line: string): void => printStyled(printable(line));

/** The same of a line that has ./lab's own colours: what others wrote in it is `styled`, `checkLine` or `printable`. */
export const printStyled = (line: string): void => screen.write(`${line}\n`, process.stdout);

/** Prints a value for programs, as JSON that steers no terminal either. */
export const printJson = (value: unknown): void =>
  print(
    JSON.stringify(value, undefined, 2).replaceAll(
      /[\x7f-\x9f]/g,
      (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );

/** Tells on standard error what is being done. */
export const say = (line: string): void =>
  screen.write(`${styledFor("dim", "·", process.stderr)} ${printable(line)}\n`);

/** A line that says whether something holds. */
export const checkLine = (holds: boolean, text: string) =>
  `${holds ? styled("green", "✓") : styled("red", "✗")} ${printable(text)}`;

/** Tells on standard error why ./lab gives up. */
export function complain(message: string): void {
  screen.write(`${styledFor("red", "✗", process.stderr)} ${printable(message)}\n`);
}
