import type { Stage } from "./stages";

/** What a command of ./lab is typed as, on these stages. */
const typed = (command: string, stages: readonly Stage[]) => [`./lab ${command}`, ...stages].join(" ");

/** What goes on where a deploy of stages was interrupted or failed. @param stages as they were named, or by default */
export const afterDeploy = (stages: readonly Stage[]): string =>
  `\`${typed("deploy", stages)}\` goes on from here, \`${typed("destroy", stages)}\` takes back what was made`;

/** @param stages none for all */
export const afterDestroy = (stages: readonly Stage[]): string => `\`${typed("destroy", stages)}\` goes on from here`;

export const afterDiff = (stages: readonly Stage[]): string =>
  `nothing was changed: \`${typed("diff", stages)}\` looks again`;
