const BEGIN = "\x1b]";
const END = ";\x07";

/** Takes what a shell tells of itself, `ESC ] PID ; BEL`, out of the first that it prints. */
export class SessionId {
  private held = Buffer.alloc(0);
  private isTold = false;

  /** Undefined until it was told. */
  id: string | undefined;

  /** The rest of what was printed. */
  takeFrom(output: Buffer): Buffer {
    if (this.isTold) return output;
    const all = Buffer.concat([this.held, output]);
    const end = all.indexOf(END);
    if (end < 0 && all.length < 32) {
      this.held = all;
      return Buffer.alloc(0);
    }
    this.isTold = true;
    const begun = all.subarray(0, BEGIN.length).equals(Buffer.from(BEGIN));
    const id = all.subarray(BEGIN.length, Math.max(end, 0)).toString("latin1");
    if (!begun || !/^\d+$/.test(id)) return all;
    this.id = id;
    return all.subarray(end + END.length);
  }
}

/** Printed by the shell, as `printf` of a POSIX shell has it. */
export const tellSession = `printf '${BEGIN.replace("\x1b", "\\033")}%s${END.replace("\x07", "\\007")}' "$$"`;
