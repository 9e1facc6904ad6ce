import type { EnginePicture, SwarmPicture, Votes } from "../protocol";
import { EngineView } from "./engine-view";
import type { Choose } from "./object-button";
import { SwarmView } from "./swarm-view";

export interface PictureProps {
  readonly engine: EnginePicture;
  readonly swarm: SwarmPicture | null;
  readonly votes: Votes | null;
  readonly choose: Choose;
}

/** All that the labs have, as it is by now. */
export function Picture({ engine, swarm, votes, choose }: PictureProps) {
  const running = new Set(engine.containers.filter(({ isRunning }) => isRunning).map(({ name }) => name));
  const nodes = new Set(swarm?.nodes.map(({ container }) => container));
  return (
    <>
      {swarm && <SwarmView swarm={swarm} running={running} votes={votes} choose={choose} />}
      <EngineView engine={engine} nodes={nodes} choose={choose} />
    </>
  );
}
