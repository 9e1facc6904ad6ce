import type { AnyResource } from "../schema";
import type { Services } from "./define";
import { exec } from "./exec";
import { image } from "./image";
import { network } from "./network";
import { volume } from "./volume";

/** Every resource of the provider. */
export const resources: readonly AnyResource<Services>[] = [exec, image, network, volume];
