import type { AnyResource } from "../schema";
import type { Services } from "./define";
import { config } from "./config";
import { exec } from "./exec";
import { image } from "./image";
import { network } from "./network";
import { secret } from "./secret";
import { volume } from "./volume";

/** Every resource of the provider. */
export const resources: readonly AnyResource<Services>[] = [config, exec, image, network, secret, volume];
