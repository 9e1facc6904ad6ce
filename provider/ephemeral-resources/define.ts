import type { Services } from "../resources/define";
import { engineAttribute } from "../resources/engine-attribute";
import { ephemeralResourceDefiner } from "../schema";

/** An ephemeral resource that can ask any engine. */
export const defineEphemeralResource = ephemeralResourceDefiner<Services, { readonly engine: typeof engineAttribute }>({
  engine: engineAttribute,
});

/** One that asks no engine. */
export const defineEphemeralResourceOfNoEngine = ephemeralResourceDefiner<Services, Record<never, never>>({});
