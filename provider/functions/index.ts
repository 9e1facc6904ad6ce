import type { AnyFunction } from "../schema";
import { parseDuration } from "./parse-duration";
import { parseImage } from "./parse-image";
import { parseSize } from "./parse-size";

/** Every function of the provider. */
export const functions: readonly AnyFunction[] = [parseDuration, parseImage, parseSize];
