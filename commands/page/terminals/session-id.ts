const BEGIN = "\x1b]";
const END = ";\x07";

/**
 * Takes what a shell tells of itself, `ESC ] PID ; BEL`, out of the first that is printed: before it may stand what was
 * typed ahead, which the terminal echoes.
 */
export class SessionId {
  private held = Buffer.alloc(0);

  /** Undefined until it was told. */
  id: string | undefined;

  /** The rest of what was printed. */
  takeFrom(output: Buffer): Buffer {
    if (this.id !== undefined) return output;
    const all = Buffer.concat([this.held, output]);
    this.held = Buffer.alloc(0);
    // One byte a character, whatever is printed.
    const text = all.toString("latin1");
    for (let at = text.indexOf(BEGIN[0]!); at >= 0; at = text.indexOf(BEGIN[0]!, at + 1)) {
      const told = toldIn(text.slice(at));
      if (told === "not yet") {
        this.held = all.subarray(at);
        return all.subarray(0, at);
      }
      if (told === undefined) continue;
      this.id = told;
      const end = at + BEGIN.length + told.length + END.length;
      return Buffer.concat([all.subarray(0, at), all.subarray(end)]);
    }
    return all;
  }
}

/** The id that a text begins with; `not yet` where it may be cut short, undefined for any other. */
function toldIn(text: string): string | undefined {
  const [digits = ""] = /^\d*/.exec(text.slice(BEGIN.length)) ?? [];
  const whole = `${BEGIN}${digits}${END}`;
  if (digits !== "" && text.startsWith(whole)) return digits;
  return whole.startsWith(text) ? "not yet" : undefined;
}

/** Printed by the shell, as `printf` of a POSIX shell has it. */
export const tellSession = `printf '${BEGIN.replace("\x1b", "\\033")}%s${END.replace("\x07", "\\007")}' "$$"`;
