import { StringDecoder } from "node:string_decoder";

/** Cuts bytes into lines, however they come. */
export class LineLog {
  private readonly decoder = new StringDecoder("utf8");
  private rest = "";

  /** The lines that these bytes end. */
  add(bytes: Uint8Array): string[] {
    const lines = (this.rest + this.decoder.write(Buffer.from(bytes))).split("\n");
    this.rest = lines.pop() ?? "";
    return lines.map(shown);
  }

  /** What is left without an end. */
  end(): string[] {
    const rest = this.rest + this.decoder.end();
    this.rest = "";
    return rest === "" ? [] : [shown(rest)];
  }
}

/** A progress bar goes back to the start of its line again and again: what is seen is the last of it. */
const shown = (line: string): string => line.replace(/\r$/, "").split("\r").at(-1) ?? "";
