import { type EngineError, isEngineError } from "../../../engine";
import { type BuildProgress, type Instruction, instructionOf, missingArguments, parseDockerfile } from "../../buildkit";
import { DiagnosticError } from "../../schema";
import { lastLines } from "../last-lines";

export interface FailedBuild {
  readonly image: string;
  /** Path of the Dockerfile as the user knows it, and its text; undefined where the engine fetched it. */
  readonly dockerfile: { readonly path: string; readonly text: string } | undefined;
  readonly args: Readonly<Record<string, string>>;
  readonly progress: BuildProgress;
  readonly error: EngineError;
}

/** The step that failed, where it stands in the Dockerfile, what it printed last, and what helps. */
export function buildFailure({ image, dockerfile, args, progress, error }: FailedBuild): DiagnosticError {
  const instructions = dockerfile ? parseDockerfile(dockerfile.text) : [];
  const step = progress.failedStep();
  const words = error.engineMessage ?? error.what;
  const line = (step && instructionOf(instructions, step.name)?.line) ?? lineIn(words);
  const place = dockerfile && line !== undefined ? `${dockerfile.path}:${line}` : dockerfile?.path;
  const isKnown = step !== undefined && !/^\[internal\]/.test(step.name);
  const where = [place, isKnown ? step.name : undefined].filter(Boolean).join(": ");
  return new DiagnosticError([
    {
      severity: "error",
      summary: `build of image "${image}" failed${where && ` at ${where}`}`,
      detail: [
        words,
        isKnown && step.output.trim() !== "" ? lastLines(step.output) : undefined,
        ...missingHints(instructions, args, words),
        remedyOf(error),
      ]
        .filter(Boolean)
        .join("\n"),
      path: ["build"],
    },
  ]);
}

/** `dockerfile parse error line 3: …` */
function lineIn(words: string): number | undefined {
  const [, line] = /parse error (?:on )?line (\d+)/i.exec(words) ?? [];
  return line === undefined ? undefined : Number(line);
}

/** An argument without a value is no error by itself: it is one where the name or the step that it stands in is empty. */
function missingHints(
  instructions: readonly Instruction[],
  args: Readonly<Record<string, string>>,
  words: string,
): string[] {
  const missing = missingArguments(instructions, args);
  const listed = missing.map(({ text, line }) => `\`${text}\` (line ${line})`).join(", ");
  if (
    missing.length === 0 ||
    !/blank|invalid reference|exit code|non-zero|not found|failed to (parse|process)/i.test(words)
  )
    return [];
  return [`Arguments without a value: ${listed}. Set them in \`build_args\`, or give the ARG line a default.`];
}

/** BuildKit reads `registry-mirrors` only as the engine starts. Source: dockerd 20.10, seen on the engine. */
const PULL_FIRST = "A base image that the engine has already is taken as it is: pull it first where the engine can.";

/** What helps with a base image; a step that failed says itself what is wrong. */
const remedyOf = (error: EngineError): string | undefined =>
  isEngineError(
    error,
    "unauthorized",
    "registry-unreachable",
    "registry-untrusted",
    "registry-limited",
    "registry-failing",
    "not-found",
    "no-space",
    "connection-lost",
    "timeout",
    "aborted",
  )
    ? [error.remedy, error.code === "registry-unreachable" && PULL_FIRST].filter(Boolean).join(" ")
    : undefined;
