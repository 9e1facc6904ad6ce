import { type Call, type Config, DiagnosticError } from "../../schema";
import { lastLines } from "../last-lines";
import type { schema } from "./parts";

/** An error about one attribute of the container. */
export const failed = (summary: string, detail: string, attribute?: keyof typeof schema): DiagnosticError =>
  new DiagnosticError([{ severity: "error", summary, detail, path: attribute && [attribute] }]);

/** The end of what it printed, for an error. */
export const endOfLog = (printed: string | undefined): string =>
  printed === undefined ? "What it printed is not known: its log driver cannot be read." : lastLines(printed);

/** An exit code that was not expected is an error; one that nobody asked about is worth a warning. */
export function checkExitCode(
  { warn }: Pick<Call, "warn">,
  { name, expected_exit_code: expected }: Pick<Config<typeof schema>, "name" | "expected_exit_code">,
  exitCode: number,
  printed: string | undefined,
): void {
  if (exitCode === (expected ?? 0)) return;
  const log = endOfLog(printed);
  if (expected !== undefined)
    throw failed(`container "${name}" exited with ${exitCode}, expected ${expected}`, log, "expected_exit_code");
  warn(
    `container "${name}" exited with ${exitCode}`,
    `${log}\nSet \`expected_exit_code = 0\` to make this an error, or \`expected_exit_code = ${exitCode}\` where it is right.`,
  );
}
