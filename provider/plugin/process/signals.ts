/**
 * Imported before anything else: whatever loads after it is safe from a Ctrl-C that reaches the whole process group.
 *
 * - SIGINT: Terraform gets it too and decides; it stops work through StopProvider.
 * - SIGHUP: the terminal is gone. Terraform dies of it, which ends the connection, and that is acted on.
 * - SIGTERM: stops work as StopProvider does. Terraform is told of what was made, so it is Terraform's end, not the
 *   signal, that ends this process once it serves.
 */
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("SIGTERM", () => terminate());

let terminate = (): void => process.exit(0);

/** What SIGTERM does from now on. @default ends the process */
export function onTerminate(listener: () => void): void {
  terminate = listener;
}
