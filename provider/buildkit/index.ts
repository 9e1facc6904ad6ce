export { BuildkitProgress } from "./buildkit-progress";
export { CacheFolder, type Descriptor } from "./cache-folder";
export { baseImages, type Instruction, instructionOf, missingArguments, parseDockerfile } from "./dockerfile";
export { PlainProgress } from "./plain-progress";
export {
  type BuildMessage,
  type BuildProgress,
  ClassicProgress,
  type EndedStep,
  type FailedStep,
  type ProgressLine,
} from "./progress";
export type { CacheFolders } from "./serve-content";
export { BuildSession, type Credentials, type OfferedFolder, type SessionOffers } from "./session";
export { type Solve, solve } from "./solve";
export { agentBehind, agentOf, type SshAgent } from "./ssh-agent";
export { readSshKey, SshKeyError } from "./ssh-key";
