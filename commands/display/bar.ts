/** How much is done, `width` characters long. */
export function bar(done: number, all: number, width: number): string {
  const full = all === 0 ? 0 : Math.min(width, Math.floor((done / all) * width));
  return "━".repeat(full) + "─".repeat(width - full);
}
