import { styleText } from "node:util";

/** Node's names of the styles that ./lab uses. */
type Style = "bold" | "dim" | "green" | "red" | "yellow";

const isColoured = (stream: NodeJS.WriteStream) => Boolean(stream.isTTY) && process.env["NO_COLOR"] === undefined;

/** `text` in a style where standard output is a terminal, as it is elsewhere. */
export const styled = (style: Style, text: string) => (isColoured(process.stdout) ? styleText(style, text) : text);

/** Tells on standard error what is being done. */
export function say(line: string): void {
  process.stderr.write(`${isColoured(process.stderr) ? styleText("dim", "·") : "·"} ${line}\n`);
}

/** A line that says whether something holds. */
export const checkLine = (holds: boolean, text: string) =>
  `${holds ? styled("green", "✓") : styled("red", "✗")} ${text}`;

/** Tells on standard error why ./lab gives up. */
export function complain(message: string): void {
  process.stderr.write(`${isColoured(process.stderr) ? styleText("red", "✗") : "✗"} ${message}\n`);
}
