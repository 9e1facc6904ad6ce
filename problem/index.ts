export type { Problem } from "./problem";
export { ProblemError } from "./problem-error";
export { detail, headline, sentence } from "./render";
