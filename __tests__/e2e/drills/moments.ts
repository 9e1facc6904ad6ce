/**
 * How many random moments a drill strikes at, each: a few in every run, since every run draws others;
 * `T_MOMENTS=100 ./lab test e2e __tests__/e2e/drills` for a night.
 */
const count = Number(process.env["T_MOMENTS"] ?? 4);

/** Numbered from 1. */
export const moments = Array.from({ length: count }, (_, i) => i + 1);
