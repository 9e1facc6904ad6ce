export { makeTemporary } from "./made-by";
export { processProgram } from "./process-program";
export { processStart } from "./process-start";
export { sweepTemporary } from "./sweep";
