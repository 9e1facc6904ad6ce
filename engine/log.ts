export type LogLevel = "trace" | "debug" | "info" | "warn" | "error";

/** Where the client writes what it does: one debug line a call, never a body, never credentials. */
export type Log = (
  level: LogLevel,
  message: string,
  fields?: Readonly<Record<string, string | number | boolean>>,
) => void;

export const silent: Log = () => {};
