/**
 * Runs `work` without the text of stack traces: cdktf takes one for each block of each resource, through source maps
 * where there are any, which is half of the time that a large stack takes. An error thrown inside keeps its own.
 */
export function withoutStackTraces<T>(work: () => T): T {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => "";
  try {
    return work();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}
