export { makeTemporary } from "./made-by";
export { processStart } from "./process-start";
export { sweepTemporary } from "./sweep";
