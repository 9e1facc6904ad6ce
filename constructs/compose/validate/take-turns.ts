import { own } from "../../../foreign/own";
import type { Scope } from "./scope";

/** Whether one of two services has always ended by the time that the other starts. */
export const takeTurns = (scope: Scope, one: string, other: string): boolean =>
  endsBefore(scope, one, other) || endsBefore(scope, other, one);

/** Whether the later one waits for the end of the earlier, or for what does. */
function endsBefore({ services }: Scope, earlier: string, later: string): boolean {
  const seen = new Set<string>();
  const waiting = [later];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const dependencies = own(services, name)?.depends_on ?? {};
    if (own(dependencies, earlier)?.condition === "service_completed_successfully") return true;
    waiting.push(...Object.keys(dependencies));
  }
  return false;
}
