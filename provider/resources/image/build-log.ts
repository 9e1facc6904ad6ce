import { closeSync, openSync, writeSync } from "node:fs";
import { logOf } from "../../../log";
import type { ProgressLine } from "../../buildkit";
import { attributeError } from "../../schema";

const log = logOf("docker.build");

/** Where the progress of a build goes: the log, and a file where one is asked for. */
export interface BuildLog {
  write(lines: readonly ProgressLine[]): void;
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
    close() {
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
}

function open(file: string): number {
  try {
    return openSync(file, "w", 0o600);
  } catch (error) {
    throw attributeError(
      ["build"],
      `build_log_file ${JSON.stringify(file)} cannot be written`,
      `${(error as Error).message}\nName a file in a folder that exists and may be written to.`,
    );
  }
}
