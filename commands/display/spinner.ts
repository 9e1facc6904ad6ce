const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Milliseconds that each picture of it stands. */
export const FRAME_MS = 100;

/** A sign that turns while something goes on. */
export const spinner = (now: number): string => frames[Math.floor(now / FRAME_MS) % frames.length]!;
