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
export type CredentialsProblemCode = "file-unreadable" | "file-malformed" | "helper-missing" | "helper-failed";

const messages: { readonly [Code in CredentialsProblemCode]: (subject: string, reason: string) => string } = {
  "file-unreadable": (file, reason) =>
    `the Docker configuration file ${file} cannot be read (${reason}); correct its path, or allow reading it`,
  "file-malformed": (file, reason) =>
    `${file} is no Docker configuration file (${reason}); \`docker login\` writes one`,
  "helper-missing": (helper) =>
    `the credential helper ${helper} is not on the PATH; install it, or remove it from \`credsStore\` and \`credHelpers\``,
  "helper-failed": (helper, reason) => `the credential helper ${helper} failed: ${reason}`,
};

/** Callers go by `code`, people by `message`. */
export class CredentialsProblem extends Error {
  override readonly name = "CredentialsProblem";

  constructor(
    readonly code: CredentialsProblemCode,
    readonly subject: string,
    reason = "",
  ) {
    super(messages[code](subject, reason));
  }
}
