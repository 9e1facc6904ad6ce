export { createLog, type Log, type LogFields, logOf } from "./log";
