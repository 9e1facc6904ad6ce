import { once } from "node:events";
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { type StageTexts, type Step, stepText } from "../constructs/lab-stage/step";
import { own } from "../foreign/own";
import { printable } from "../foreign/printable";
import { inWords } from "../languages/text";
import { INTERRUPTED } from "./interruption";
import { type Stage, stageOf } from "./stages";
import { print, printStyled, say, screen, styled } from "./terminal";
import type { Outputs } from "./terraform/stage-run";
import { stepsIn } from "./transcript";
import { work } from "./words/work";
import { wrapped } from "./wrapped";

/** Shows the steps of stages one by one, each with what to look at, and waits for Enter behind each. */
export async function stepThrough(stages: readonly Stage[], outputs: ReadonlyMap<Stage, Outputs>): Promise<void> {
  const isAttended = Boolean(stdin.isTTY && stdout.isTTY);
  if (!isAttended) say(work.noPauses());
  const shown = stages.map((stage) => ({ stage, steps: stepsIn(stage, outputs.get(stage)) }));
  const count = shown.reduce((sum, { steps }) => sum + steps.length, 0);
  let number = 0;
  for (const { stage, steps } of shown) {
    printStyled(`\n${styled("bold", stage)}`);
    for (const step of steps) {
      number += 1;
      printStyled(`\n${stepPage(step, stageOf(stage).texts(), stdout.columns || 80)}`);
      if (isAttended && !(await enter(number, count))) return print("");
    }
  }
}

/** A step, and under it what to look at. */
export function stepPage(step: Step, texts: StageTexts, columns: number): string {
  const look = own(texts, step.key)?.look;
  const shown = printable(stepText(step).trimEnd());
  return look ? `${shown}\n\n${wrapped(inWords(look), columns, styled("yellow", "▸ "), "  ")}` : shown;
}

/** Waits for Enter; false where the user leaves instead. */
async function enter(number: number, count: number): Promise<boolean> {
  const what = number < count ? work.nextStep() : work.lastStep();
  const lines = createInterface({ input: stdin });
  const leaving = new AbortController();
  const { signal } = leaving;
  const leave = () => leaving.abort();
  process.once("SIGINT", leave);
  screen.write(`\n${styled("dim", `${number}/${count} · ${what} · ${work.leave()}`)}`, stdout);
  try {
    // Behind the end of the input nobody can press Enter any more.
    return await Promise.race([
      once(lines, "line", { signal }).then(() => true),
      once(lines, "close", { signal }).then(() => false),
    ]);
  } catch {
    process.exitCode = INTERRUPTED;
    return false;
  } finally {
    process.off("SIGINT", leave);
    lines.close();
  }
}
