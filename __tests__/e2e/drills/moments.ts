/**
 * How many random moments a drill strikes at, each: one in a run of all tests, since every run draws others, ten in
 * `./lab test drills`, and `T_MOMENTS=100 ./lab test drills` for a night.
 */
const count = Number(process.env["T_MOMENTS"] ?? 1);

/** Numbered from 1. */
export const moments = Array.from({ length: count }, (_, i) => i + 1);
