/** What a change of who a swarm's managers are does: what adds one goes before what takes one away, so that a swap of managers never meets too few; the leader goes last, so that no election is in between. */
export type ChangeKind = "adds" | "takes" | "takes-leader";

const order: readonly ChangeKind[] = ["adds", "takes", "takes-leader"];

interface Change {
  readonly kind: ChangeKind;
  run(): Promise<void>;
}

/** The changes of one swarm that wait, and whether one is being made. */
class Queue {
  private readonly waiting: Change[] = [];
  private busy = false;

  add(change: Change): void {
    this.waiting.push(change);
    if (!this.busy) void this.work();
  }

  get idle(): boolean {
    return !this.busy && this.waiting.length === 0;
  }

  private async work(): Promise<void> {
    this.busy = true;
    for (let next = this.take(); next; next = this.take()) await next.run();
    this.busy = false;
  }

  private take(): Change | undefined {
    const first = order.find((kind) => this.waiting.some((change) => change.kind === kind));
    return this.waiting.splice(
      Math.max(
        this.waiting.findIndex(({ kind }) => kind === first),
        0,
      ),
      1,
    )[0];
  }
}

const queues = new Map<string, Queue>();

/**
 * Makes changes of a swarm's set of managers one at a time within this process: raft takes only one, and what is safe
 * depends on the one before. Other processes are kept apart by the swarm itself, which refuses what is out of sequence.
 *
 * @param swarm id of the swarm
 */
export function inTurn<T>(swarm: string, kind: ChangeKind, make: () => Promise<T>): Promise<T> {
  const queue = queues.get(swarm) ?? new Queue();
  queues.set(swarm, queue);
  return new Promise<T>((resolve, reject) => {
    queue.add({
      kind,
      run: async () => {
        await make().then(resolve, reject);
        if (queue.idle) queues.delete(swarm);
      },
    });
  });
}
