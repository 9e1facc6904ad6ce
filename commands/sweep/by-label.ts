import { type Engine, isEngineError } from "../../engine";
import { say } from "../terminal";
import { leftovers as words } from "../words/machine";
import { told } from "../words/told";
import { removeOnceFree } from "./remove";

/**
 * Removes every object of an engine that carries a stage's label, images aside: they pass the label on to what others
 * make of them.
 *
 * @returns whether all of it went; what did not is said
 */
export async function sweepByLabel(engine: Engine, label: string): Promise<boolean> {
  const { leftovers } = require("../../provider") as typeof import("../../provider");
  let isClean = true;
  for (const leftover of leftovers) {
    if (!("find" in leftover) || leftover.isStageLabelItsOwn === false) continue;
    try {
      for (const { id, name } of await leftover.find(engine, label)) {
        say(words.removing(words.object(leftover.kind, name)));
        await removeOnceFree(leftover, engine, id);
      }
    } catch (error) {
      if (!isEngineError(error)) throw error;
      // An engine that is in no swarm has nothing of one.
      if (error.code === "not-a-swarm-manager") continue;
      say(words.labelledMayBeLeft(leftover.kind, label, engine.url, told(error.message)));
      isClean = false;
    }
  }
  return isClean;
}
