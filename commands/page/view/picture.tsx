import type { EnginePicture, StageView, SwarmPicture, Votes } from "../protocol";
import { EngineView } from "./engine-view";
import type { Choose } from "./object-button";
import { SwarmView } from "./swarm-view";

export interface PictureProps {
  /** Of which it is. */
  readonly stages: readonly StageView[];
  readonly engine: EnginePicture;
  readonly swarm: SwarmPicture | null;
  readonly votes: Votes | null;
  readonly choose: Choose;
}

/** What stages have, as it is by now. */
export function Picture({ stages, engine, swarm, votes, choose }: PictureProps) {
  const running = new Set(engine.containers.filter(({ isRunning }) => isRunning).map(({ name }) => name));
  const nodes = new Set(swarm?.nodes.map(({ container }) => container));
  const own = ({ stage }: { readonly stage: string }) => stages.some(({ name }) => name === stage);
  const shown = {
    containers: engine.containers.filter(own),
    images: engine.images,
    networks: engine.networks.filter(own),
    volumes: engine.volumes.filter(own),
  };
  return (
    <>
      {swarm && stages.some(({ isInSwarm }) => isInSwarm) && (
        <SwarmView swarm={swarm} running={running} votes={votes} choose={choose} />
      )}
      <EngineView engine={shown} nodes={nodes} choose={choose} />
    </>
  );
}
