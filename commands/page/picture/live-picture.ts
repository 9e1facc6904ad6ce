import { Engine, isEngineError } from "../../../engine";
import { naturalOrder } from "../../natural-order";
import type { Board } from "../board";
import type { SwarmPicture, Votes } from "../protocol";
import { coalesced } from "./coalesced";
import { EnginePainter, engineEvents } from "./engine-picture";
import { isPassing, nodeEvents, paintSwarm } from "./swarm-picture";
import { type Database, VoteCount } from "./vote-count";
import { countVotes } from "./votes";
import { watchEvents } from "./watch-events";

/** Milliseconds between two looks: within them, a person sees one change. */
const GAP_MS = 100;
/** Milliseconds until a task in a passing state is looked at again. */
const PASSING_MS = 1000;

export interface PictureSource {
  readonly engine: Engine;
  /** Of the names of all that the labs made. */
  readonly prefix: string;
  readonly stages: readonly string[];
  readonly signal: AbortSignal;
}

/** A node of the labs' swarm whose engine is followed. */
interface FollowedNode {
  readonly engine: Engine;
  readonly leave: AbortController;
}

/** Keeps the picture on a board as the engine, and those in the nodes of the swarm, report what happens. */
export class LivePicture {
  private readonly painter: EnginePainter;
  private readonly nodes = new Map<string, FollowedNode>();
  private readonly lookAtEngine: () => void;
  private readonly lookAtSwarm: () => void;
  private readonly votes: VoteCount;
  private passing: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: PictureSource,
    private readonly board: Board,
  ) {
    const { engine, prefix, stages, signal } = source;
    this.painter = new EnginePainter(engine, prefix, stages);
    this.lookAtEngine = coalesced(() => this.paintEngine(), GAP_MS, signal);
    this.lookAtSwarm = coalesced(() => this.paintSwarm(), GAP_MS, signal);
    this.votes = new VoteCount(board, signal);
  }

  /** Resolves once the source's signal ends it. */
  async follow(): Promise<void> {
    const { engine, signal } = this.source;
    const lost = (error: Error) => this.board.set("trouble", error.message);
    try {
      await watchEvents(engine, { filters: engineEvents, signal, changed: this.lookAtEngine, lost });
    } finally {
      clearTimeout(this.passing);
      for (const node of [...this.nodes.keys()]) this.leave(node);
    }
  }

  /** Looks once at everything, votes included, and follows nothing. */
  async look(): Promise<void> {
    await this.paintEngine();
    await this.paintSwarm();
    const database = this.databaseOf(this.board.get("swarm"));
    if (!database) return;
    const enough = new AbortController();
    const tell = (votes: Votes) => {
      this.board.set("votes", votes);
      enough.abort();
    };
    await countVotes(database.engine, { container: database.container, signal: enough.signal, tell }).catch(() => {});
  }

  /** The engine inside a node of the swarm; undefined where that does not run. */
  engineOf(container: string): Engine | undefined {
    return this.nodes.get(container)?.engine;
  }

  /** Those inside all nodes that run. */
  nodeEngines(): readonly Engine[] {
    return [...this.nodes.values()].map(({ engine }) => engine);
  }

  private async paintEngine(): Promise<void> {
    try {
      const picture = await this.painter.paint();
      this.board.set("engine", picture);
      this.board.set("trouble", "");
      const nodes = picture.containers.filter(({ name }) => hostName(name) !== undefined);
      this.followNodes(nodes.filter(({ isRunning }) => isRunning).map(({ name }) => name));
      if (nodes.length === 0) this.board.set("swarm", null);
      this.lookAtSwarm();
    } catch (error) {
      if (!isEngineError(error)) throw error;
      this.board.set("trouble", error.message);
    }
  }

  private followNodes(running: readonly string[]): void {
    for (const name of this.nodes.keys()) if (!running.includes(name)) this.leave(name);
    for (const name of running) if (!this.nodes.has(name)) this.join(name);
  }

  private join(name: string): void {
    const engine = Engine.at(`container://${name}`, { via: this.source.engine });
    const leave = new AbortController();
    this.nodes.set(name, { engine, leave });
    const signal = AbortSignal.any([leave.signal, this.source.signal]);
    void watchEvents(engine, { filters: nodeEvents, signal, changed: this.lookAtSwarm, lost: this.lookAtSwarm });
  }

  private leave(name: string): void {
    const node = this.nodes.get(name);
    this.nodes.delete(name);
    node?.leave.abort();
    node?.engine.close();
  }

  /** As the first manager that answers tells it; where none does, what was there before stays. */
  private async paintSwarm(): Promise<void> {
    const containers = new Map([...this.nodes.keys()].map((name) => [hostName(name)!, name]));
    for (const [, { engine }] of [...this.nodes].sort(([a], [b]) => naturalOrder(a, b))) {
      try {
        const swarm = await paintSwarm(engine, containers);
        this.board.set("swarm", swarm);
        this.votes.count(this.databaseOf(swarm));
        return this.lookAgain(swarm);
      } catch (error) {
        if (!isEngineError(error)) throw error;
      }
    }
    this.votes.count(undefined);
  }

  private lookAgain(swarm: SwarmPicture): void {
    clearTimeout(this.passing);
    if (isPassing(swarm)) this.passing = setTimeout(this.lookAtSwarm, PASSING_MS).unref();
  }

  private databaseOf(swarm: SwarmPicture | null): Database | undefined {
    const { tasks = [], nodes = [] } = swarm ?? {};
    const task = tasks.find(
      ({ service, state }) => service === `${this.source.prefix}voting_stack_db` && state === "running",
    );
    const node = nodes.find(({ id }) => id === task?.node);
    const engine = node && this.engineOf(node.container);
    return task && engine && { engine, container: task.container };
  }
}

/** Host name of the node that a container is; undefined where it is none. */
const hostName = (container: string): string | undefined => /-(node\d+)$/.exec(container)?.[1];
