import { compareVersions, type Engine } from "../../../engine";

/**
 * Whether the engine is as new as an API version: its own version tells less, Moby's counts anew from 2.0.
 *
 * @param api `1.45` is Docker 26.0, `1.48` is 28.0
 */
export const speaks = async (engine: Engine, api: string): Promise<boolean> =>
  compareVersions(String((await engine.system.version()).ApiVersion), api) >= 0;
