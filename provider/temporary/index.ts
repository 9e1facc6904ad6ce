export { processStart } from "./process-start";
export { LONGEST_NAME, makeTemporary, sweepTemporary } from "./temporary-folder";
