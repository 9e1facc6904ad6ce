export { type AddedFile, archiveOf } from "./archive";
export { contextDigest, contextDigestInTurns, folderDigestInTurns } from "./digest";
export { BuildContextError, type BuildContextErrorCode } from "./error";
export { allBut, both, everything, only } from "./filters";
export { parseIgnoreFile, readIgnoreFile } from "./ignore-file";
export { isRemoteContext } from "./remote-context";
export { type BuildSource, resolveSource } from "./source";
export { type Entry, type Filter, walk } from "./walk";
