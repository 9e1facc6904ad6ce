import { spawn } from "node:child_process";

/** A program that could not be started, or that ended with another exit code than 0. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    readonly command: string,
    readonly exitCode: number | undefined,
    /** The last lines of what it wrote to standard error. */
    readonly lastLines: string,
  ) {
    super(
      `${command}: ${exitCode === undefined ? "cannot be started" : `exit code ${exitCode}`}\n${lastLines}`.trimEnd(),
    );
  }
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where standard output goes instead of being returned; it is not ended. */
  readonly output?: NodeJS.WritableStream;
}

const kept = 15;

/** Runs a program to its end and returns what it wrote to standard output. @throws CommandError */
export function run(program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const command = [program, ...args].join(" ");
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, LC_ALL: "C.UTF-8", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const printed: Buffer[] = [];
    const complaints: Buffer[] = [];
    if (options.output) child.stdout.pipe(options.output, { end: false });
    else child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    child.on("error", (error) => reject(new CommandError(command, undefined, error.message)));
    child.on("close", (code) => {
      if (code === 0) return resolve(Buffer.concat(printed).toString());
      const lines = Buffer.concat(complaints).toString().trimEnd().split("\n");
      reject(new CommandError(command, code ?? -1, lines.slice(-kept).join("\n")));
    });
  });
}

/** Whether `program` is on the PATH. */
export async function isInstalled(program: string): Promise<boolean> {
  try {
    await run("sh", ["-c", 'command -v "$0"', program]);
    return true;
  } catch {
    return false;
  }
}
