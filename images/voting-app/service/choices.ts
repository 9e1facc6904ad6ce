/** What can be voted for: `a` and `b`, with the names that `OPTION_A` and `OPTION_B` give them. */
export const choices = {
  a: process.env["OPTION_A"] ?? "Cats",
  b: process.env["OPTION_B"] ?? "Dogs",
} as const;

export type Choice = keyof typeof choices;

export const isChoice = (text: string | null | undefined): text is Choice => text === "a" || text === "b";
