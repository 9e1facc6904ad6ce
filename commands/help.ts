import type { Stage } from "./stages";
import { work } from "./words/work";

/** What a command of ./lab is typed as, on these stages. */
const typed = (command: string, stages: readonly Stage[]) => [`./lab ${command}`, ...stages].join(" ");

/** What goes on where a deploy of stages was interrupted or failed. @param stages as they were named, or by default */
export const afterDeploy = (stages: readonly Stage[]): string =>
  work.afterDeploy(typed("deploy", stages), typed("destroy", stages));

/** @param stages none for all */
export const afterDestroy = (stages: readonly Stage[]): string => work.afterDestroy(typed("destroy", stages));

export const afterDiff = (stages: readonly Stage[]): string => work.afterDiff(typed("diff", stages));
