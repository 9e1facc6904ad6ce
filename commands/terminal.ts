import { styleText } from "node:util";
import { printable, printableInColour } from "../foreign/printable";

/** Node's names of the styles that ./lab uses. */
type Style = "bold" | "dim" | "green" | "red" | "yellow";

const isColoured = (stream: NodeJS.WriteStream) => Boolean(stream.isTTY) && process.env["NO_COLOR"] === undefined;

/** `text` in a style where standard output is a terminal, as it is elsewhere. */
export const styled = (style: Style, text: string) => (isColoured(process.stdout) ? styleText(style, text) : text);

/** Passes on a line of a program that ./lab runs, in the program's own colours. */
export function passOn(line: string): void {
  process.stderr.write(`${isColoured(process.stderr) ? printableInColour(line) : printable(line)}\n`);
}

/** Tells on standard error what is being done. */
export function say(line: string): void {
  process.stderr.write(`${isColoured(process.stderr) ? styleText("dim", "·") : "·"} ${printable(line)}\n`);
}

/** A line that says whether something holds. */
export const checkLine = (holds: boolean, text: string) =>
  `${holds ? styled("green", "✓") : styled("red", "✗")} ${printable(text)}`;

/** Tells on standard error why ./lab gives up. */
export function complain(message: string): void {
  process.stderr.write(`${isColoured(process.stderr) ? styleText("red", "✗") : "✗"} ${printable(message)}\n`);
}
