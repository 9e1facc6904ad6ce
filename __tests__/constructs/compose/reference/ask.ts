import { execFileSync } from "node:child_process";

export interface Question {
  readonly yaml?: readonly string[];
  readonly env?: readonly EnvFileGiven[];
  /** The variables that the caller of each env file and Compose file has. */
  readonly caller?: Readonly<Record<string, string>>;
  readonly images?: readonly string[];
  /** Paths of Compose files. */
  readonly files?: readonly string[];
}

export interface EnvFileGiven {
  readonly text: string;
  /** How it is read. @default as Compose does */
  readonly format?: "raw";
}

/** What compose-go reads, or why it reads nothing. */
export interface Answer {
  readonly reads?: unknown;
  readonly refuses?: string;
}

/** Asks Compose's own library, by the Go program beside this file. */
export function ask(question: Question): Readonly<Record<"yaml" | "env" | "images" | "files", readonly Answer[]>> {
  const told = execFileSync("go", ["run", "."], {
    cwd: __dirname,
    encoding: "utf8",
    input: JSON.stringify(question),
    maxBuffer: 1 << 30,
    stdio: ["pipe", "pipe", "inherit"],
  });
  return JSON.parse(told);
}
