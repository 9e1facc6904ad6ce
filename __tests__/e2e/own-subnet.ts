import { randomInt } from "node:crypto";

/** Workers that run at once; each has a part of the numbers for itself. */
const WORKERS = 2;
const SHARE = 256 / WORKERS;
const first = (Number(process.env["JEST_WORKER_ID"] ?? 0) % WORKERS) * SHARE;
let next = randomInt(SHARE);

/** Third number of a subnet 10.X.N.0/24 that this run's other tests do not have; another run has it rarely. */
export const ownSubnet = (): number => first + (next++ % SHARE);
