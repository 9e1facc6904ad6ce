import type { Provider } from "../schema/provider";
import { keepHeapSmall } from "./process/heap";
import { InFlight } from "./process/in-flight";
import type { Answering } from "./program";
import { createAnswers } from "./tfplugin6/answer";
import { keptCalls } from "./tfplugin6/handled-calls";

/**
 * A provider as the file that the server loads: `export const { open, kept } = serve(load)`.
 *
 * @param load called with the first call; the provider's modules are best loaded by it, not before
 */
export const serve = (load: () => Promise<Provider>): Answering => ({
  open: (inFlight) => createAnswers(() => load().finally(keepHeapSmall), inFlight),

  async kept() {
    await load();
    const answers = createAnswers(load, new InFlight());
    return Promise.all(keptCalls.map(async (call) => [call, await answers.answer(call, Buffer.alloc(0))] as const));
  },
});
