import { type Problem, ProblemError, sentence } from "../../problem";

/** What a registry lets somebody in by. */
export interface Credentials {
  readonly username?: string;
  readonly password?: string;
  /** Token of a registry that was logged in to, in place of a password. */
  readonly identitytoken?: string;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Why credentials that should be there cannot be had. */
export type CredentialsErrorCode = "file-unreadable" | "file-malformed" | "helper-missing" | "helper-failed";

const problems: {
  readonly [Code in CredentialsErrorCode]: (subject: string, reason: string) => Omit<Problem, "code">;
} = {
  "file-unreadable": (file, reason) => ({
    what: `the Docker configuration file ${file} cannot be read (${reason})`,
    remedy: "correct its path, or allow reading it",
  }),
  "file-malformed": (file, reason) => ({
    what: `${file} is no Docker configuration file (${reason})`,
    remedy: "`docker login` writes one",
  }),
  "helper-missing": (helper) => ({
    what: `the credential helper ${helper} is not on the PATH`,
    remedy: "install it, or remove it from `credsStore` and `credHelpers`",
  }),
  "helper-failed": (helper, said) => ({ what: `the credential helper ${helper} failed`, said }),
};

/** Credentials that should be there, and cannot be had. */
export class CredentialsError extends ProblemError<CredentialsErrorCode> {
  override readonly name = "CredentialsError";

  constructor(code: CredentialsErrorCode, subject: string, reason = "") {
    const problem = { code, ...problems[code](subject, reason) };
    super([problem], sentence(problem));
  }
}
