import { DiagnosticError, hasUnknown, type ObjectValue, type Unknown } from "../schema";

/** The same without the values that a plan does not know. */
type Known<T> = { [K in keyof T]: Exclude<T[K], Unknown> };

/** Whether a plan knows all of what the provider block says. */
export const isKnown = <T extends object>(block: T): block is T & Known<T> => !hasUnknown(block as ObjectValue);

/** What whoever needs an engine is told while the provider block waits for what is to be made. */
export function unknownAccess(block: object): DiagnosticError {
  const names = Object.entries(block as ObjectValue).flatMap(([name, value]) => (hasUnknown(value) ? [name] : []));
  return notYet("how the engine is reached is not known before apply", names);
}

/** The same of a registry's credentials. @param host `registry.example.com:5000` */
export const unknownCredentials = (host: string): DiagnosticError =>
  notYet(`the credentials for the registry ${host} are not known before apply`, ["registry_auth"]);

const notYet = (summary: string, names: readonly string[]): DiagnosticError =>
  new DiagnosticError([
    {
      severity: "error",
      summary,
      detail: `the provider block has ${names.map((name) => `\`${name}\``).join(" and ")} from what is not made yet; make that first, \`terraform apply -target=ADDRESS\`, or write the value there`,
    },
  ]);
