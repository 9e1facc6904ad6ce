import { StringDecoder } from "node:string_decoder";

/** Cuts bytes into lines, however they come. */
export class LineLog {
  private readonly decoder = new StringDecoder("utf8");
  private rest: string[] = [];

  /** The lines that these bytes end. */
  add(bytes: Uint8Array): string[] {
    const [first = "", ...more] = this.decoder.write(Buffer.from(bytes)).split("\n");
    this.rest.push(first);
    if (more.length === 0) return [];
    const ended = [this.rest.join(""), ...more.slice(0, -1)];
    this.rest = [more.at(-1)!];
    return ended.map(shown);
  }

  /** What is left without an end. */
  end(): string[] {
    const rest = this.rest.join("") + this.decoder.end();
    this.rest = [];
    return rest === "" ? [] : [shown(rest)];
  }
}

/** A progress bar goes back to the start of its line again and again: what is seen is the last of it. */
const shown = (line: string): string => line.replace(/\r$/, "").split("\r").at(-1) ?? "";
