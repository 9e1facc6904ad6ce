import { createHash } from "node:crypto";
import { cacheFolder } from "../cache";

/** Where what machines are made of is kept between runs, for every checkout. */
export const machinesCache = (): string => cacheFolder("machines");

/** A short name for something that is made of `parts`: other parts, another name. */
export const nameOf = (parts: unknown): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
