import type { EndedStep } from "../../buildkit";

/** Characters of a name that are shown: an instruction may be a script. */
const LONGEST = 90;

/** The steps as `docker build` shows them, a line each: `=> CACHED [2/4] RUN make  0.0s`. */
export function buildSteps(steps: readonly EndedStep[]): string {
  const rows = inOrder(steps).map(({ name, cached, seconds }) => ({
    text: `=> ${cached ? "CACHED " : ""}${shown(name)}`,
    took: seconds === undefined ? "" : `${seconds.toFixed(1)}s`,
  }));
  const width = Math.max(0, ...rows.map(({ text }) => text.length));
  return rows.map(({ text, took }) => (took === "" ? text : `${text.padEnd(width)}  ${took}`)).join("\n");
}

function shown(name: string): string {
  const line = name.replaceAll(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** Stage by stage, as they began: in a stage BuildKit runs side by side what can be. */
function inOrder(steps: readonly EndedStep[]): readonly EndedStep[] {
  const stages = [...new Set(steps.map(({ name }) => placeOf(name).stage))];
  return steps.toSorted((one, other) => {
    const [a, b] = [placeOf(one.name), placeOf(other.name)];
    return stages.indexOf(a.stage) - stages.indexOf(b.stage) || a.number - b.number;
  });
}

/** `[app 2/4] …`: its stage, empty where there is one alone, and its number in it. */
function placeOf(name: string): { readonly stage: string; readonly number: number } {
  const [, stage = "", number] = /^\[(?:([^\]\s]+) )?(\d+)\//.exec(name) ?? [];
  return { stage, number: Number(number) };
}
