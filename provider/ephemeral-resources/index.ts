import type { Services } from "../resources/define";
import type { AnyEphemeralResource } from "../schema";
import { registryToken } from "./registry-token";
import { swarmJoinToken } from "./swarm-join-token";

/** Every ephemeral resource of the provider. */
export const ephemeralResources: readonly AnyEphemeralResource<Services>[] = [registryToken, swarmJoinToken];
