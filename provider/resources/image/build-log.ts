import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { logOf } from "../../../log";
import type { ProgressLine } from "../../buildkit";
import { attributeError } from "../../schema";

const log = logOf("docker.build");

/** Where the progress of a build goes: the log, and a file where one is asked for. */
export interface BuildLog {
  write(lines: readonly ProgressLine[]): void;
  /** The file holds nothing again, where it is one that keeps what is written. */
  clear(): void;
  close(): void;
}

/** Steps go to the log at debug level, what they print at trace level. @throws DiagnosticError where the file cannot be written */
export function openBuildLog(image: string, file: string | undefined): BuildLog {
  const descriptor = file ? open(file) : undefined;
  return {
    write(lines) {
      for (const { text, detail } of lines) {
        (detail ? log.trace : log.debug)?.(text, { image });
        if (descriptor !== undefined) writeSync(descriptor, `${text}\n`);
      }
    },
    clear() {
      if (descriptor !== undefined && fstatSync(descriptor).isFile()) ftruncateSync(descriptor);
    },
    close() {
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
}

/** What is written goes to the end of the file, wherever that is by then. */
const FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_APPEND;

function open(file: string): number {
  try {
    return openSync(file, FLAGS, 0o600);
  } catch (error) {
    throw attributeError(
      ["build"],
      `build_log_file ${JSON.stringify(file)} cannot be written`,
      `${(error as Error).message}\nName a file in a folder that exists and may be written to.`,
    );
  }
}
