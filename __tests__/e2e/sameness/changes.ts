import type { PlannedChange } from "../provider/harness";

/** `ACTION ADDRESS: PATH…` of whatever a plan would do, with the paths of what is to be otherwise. */
export const changesOf = (planned: readonly PlannedChange[]): string[] =>
  planned
    .filter(({ actions }) => actions[0] !== "no-op")
    .map(({ actions, address, before, after, replacePaths }) => {
      const paths = replacePaths.length > 0 ? replacePaths.map((path) => path.join(".")) : differing(before, after);
      return `${actions.join("+")} ${address}: ${paths.join(" ")}`;
    });

function differing(before: unknown, after: unknown, path = ""): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isHolder(before) || !isHolder(after)) return [path || "."];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differing(before[name], after[name], path ? `${path}.${name}` : name));
}

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
