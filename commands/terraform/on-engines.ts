import { Engine } from "../../engine";
import type { Machine } from "../setup/ready";

/**
 * Lends `work` engines by their addresses: those in containers through the machine's own.
 *
 * @returns what it resolves to; the way to the machine's engine is closed then
 */
export async function onEngines<T>(
  { engine: { url: own }, openEngine }: Machine,
  work: (open: (url: string) => Engine) => Promise<T>,
): Promise<T> {
  const via = openEngine(own);
  try {
    return await work((url) => (url.startsWith("container://") ? Engine.at(url, { via }) : openEngine(url)));
  } finally {
    via.close();
  }
}
