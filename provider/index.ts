/** What the commands may know of the provider: what a killed run of it leaves, and how that is found and removed. */
export { LOST_FOLDER, type Note } from "./resources/journal";
export type { LabelledLeftover, Leftover, NothingLeft } from "./resources/leftover";
export { leftovers, tryLeftover } from "./resources/leftovers";
export { hasConverged } from "./resources/service/converge";
