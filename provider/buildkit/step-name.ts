/** Whether a step of BuildKit's is one of the Dockerfile's, `[2/4] RUN make`, and none of BuildKit's own housekeeping. */
export const isInstruction = (name: string): boolean => /^\[(?:[^\]\s]+ )?\d+\/\d+\] /.test(name);
