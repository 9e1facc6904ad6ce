import { keyOf, type Shape } from "./shapes/shape";

export interface Restart {
  readonly condition: "none" | "any" | "on-failure";
  /** Whether one that somebody stopped stays so when the engine starts. A swarm has no such thing. */
  readonly unlessStopped?: true;
  readonly attempts?: number;
}

const words = ["no", "always", "unless-stopped", "on-failure", "on-failure:N"];

/** `no`, `always`, `unless-stopped`, `on-failure[:ATTEMPTS]`. */
export const restart: Shape<Restart> = {
  forms: words.join(", "),
  decode(node, key, { problems }) {
    const written = node.kind === "scalar" ? node.text : "";
    const [, attempts] = /^on-failure(?::(\d+))?$/.exec(written) ?? [];
    if (written === "no" || (node.kind === "scalar" && node.value === false)) return { condition: "none" };
    if (written === "always") return { condition: "any" };
    if (written === "unless-stopped") return { condition: "any", unlessStopped: true };
    if (written.startsWith("on-failure") && /^on-failure(?::\d+)?$/.test(written)) {
      return attempts === undefined
        ? { condition: "on-failure" }
        : { condition: "on-failure", attempts: Number(attempts) };
    }
    problems.report("not-allowed", keyOf(node), { key, value: written, allowed: words });
    return undefined;
  },
};
