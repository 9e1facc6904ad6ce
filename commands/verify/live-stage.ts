import { Engine } from "../../engine";
import { STAGE_LABEL } from "../../formats/labels";
import type { LiveStage } from "../../stacks/lesson";
import { namePrefix } from "../prefix";
import { placeOf } from "../setup/engine-place";
import { type Stage, stageOf } from "../stages";
import { portsHere, portsThrough } from "./published-ports";

/** What lessons are checked on, until it is closed; the engine stays open. */
export async function openLiveStage(engine: Engine): Promise<{ live: LiveStage; close(): Promise<void> }> {
  const inner: Engine[] = [];
  const prefix = namePrefix();
  const { publishesHere, machine } = await placeOf(engine);
  const node = async () => (await engine.containers.inspect(`${prefix}stage3-node1`)).Image;
  const live: LiveStage = {
    engine,
    ports: publishesHere ? portsHere : portsThrough(engine, machine, node),
    name: (name) => prefix + name,
    inside(container) {
      const inside = Engine.at(`container://${prefix}${container}`, { via: engine });
      inner.push(inside);
      return inside;
    },
  };
  const close = async () => {
    await live.ports.close();
    for (const each of inner) each.close();
  };
  return { live, close };
}

/** Whether anything of a stage is there. */
export async function hasAnything(stage: Stage, live: LiveStage): Promise<boolean> {
  const { engine, name } = live;
  const { isThere } = stageOf(stage);
  if (isThere) return isThere(live);
  const filters = { label: `${STAGE_LABEL}=${name(stage)}` };
  return (await engine.containers.list({ all: true, filters })).length > 0;
}
