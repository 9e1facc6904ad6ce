import { listOf, string } from "../../schema";
import { tryDuration, validateDuration } from "../duration";
import { withTimeLimit } from "../time-limit";

const duration = (what: string) =>
  string({
    optional: true,
    validate: validateDuration,
    doc: `How long ${what} may take, \`20m\`. Default: as long as it takes.`,
  });

/** Terraform's own way to bound what a resource may take. */
export const timeouts = listOf(
  { create: duration("pulling or building"), update: duration("an update"), delete: duration("removing") },
  { max: 1, doc: "How long the resource may take. The engine is told to stop, and the error says what it was at." },
);

type Timeouts = readonly { readonly [K in "create" | "update" | "delete"]?: string }[];

/** The call's signal, or the end of the time that it may take. */
export function within(
  { signal }: { readonly signal: AbortSignal },
  [given]: Timeouts = [],
  which: keyof NonNullable<Timeouts[number]>,
): AbortSignal {
  const nanoseconds = tryDuration(given?.[which] ?? "");
  return nanoseconds === undefined ? signal : withTimeLimit(signal, nanoseconds / 1e6);
}
