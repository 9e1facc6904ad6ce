import { styleText } from "node:util";
import { printable } from "../foreign/printable";

/** Node's names of the styles that ./lab uses. */
export type Style = "bold" | "dim" | "green" | "red" | "yellow";

export const isColoured = (stream: { readonly isTTY?: boolean }) =>
  Boolean(stream.isTTY) && process.env["NO_COLOR"] === undefined;

/** `text` in a style where what it is written to is a terminal, as it is elsewhere. */
export const styled = (style: Style, text: string, stream: NodeJS.WriteStream = process.stdout) =>
  isColoured(stream) ? styleText(style, printable(text)) : printable(text);
