import { readDuration } from "../../../formats/duration";
import { type Call, DiagnosticError, diagnosticsOf, listOf, string } from "../../schema";
import { duration as validDuration } from "../../schema/validators";
import { withTimeLimit } from "../time-limit";

const duration = (what: string) =>
  string({
    optional: true,
    validate: validDuration(),
    doc: `How long ${what} may take, \`20m\`. Default: as long as it takes.`,
  });

/** Terraform's own way to bound what a resource may take. @param creating what its create does */
export const timeoutsOf = (creating: string) =>
  listOf(
    { create: duration(creating), update: duration("an update"), delete: duration("removing") },
    { max: 1, doc: "How long the resource may take. The engine is told to stop, and the error says what it was at." },
  );

type Timeouts = readonly { readonly [K in "create" | "update" | "delete"]?: string }[];

interface Bounded<C> {
  readonly call: C;
  readonly timeouts?: Timeouts;
  readonly which: keyof Timeouts[number];
  /** For people: `build of image "web"`. */
  readonly what: string;
}

/**
 * Does the work within the time that `timeouts` gives it.
 *
 * @throws DiagnosticError that names the work, its limit, and what it was at, whatever call that was
 */
export async function within<C extends Pick<Call, "signal">, T>(
  { call, timeouts: [given] = [], which, what }: Bounded<C>,
  work: (bounded: C) => Promise<T>,
): Promise<T> {
  const limit = given?.[which];
  const nanoseconds = readDuration(limit ?? "");
  if (limit === undefined || nanoseconds === undefined) return work(call);
  const signal = withTimeLimit(call.signal, nanoseconds / 1e6);
  try {
    return await work({ ...call, signal });
  } catch (error) {
    if (call.signal.aborted || !signal.aborted) throw error;
    throw new DiagnosticError(
      diagnosticsOf(error).map(({ summary, detail, path = ["timeouts"], severity }) => ({
        severity,
        path,
        summary: `${what} did not end within ${limit}`,
        detail: [
          summary,
          detail,
          `Raise \`${which}\` in \`timeouts\` (it is "${limit}"), or remove it: then there is no limit.`,
        ]
          .filter(Boolean)
          .join("\n"),
      })),
    );
  }
}
