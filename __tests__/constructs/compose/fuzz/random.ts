// Held here, since jest looks up a global slowly, and these are called millions of times.
const { floor, imul, min } = Math;

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  private state: number;
  /** How much goes wrong: nothing, a little, much. */
  private readonly clumsy: number;

  /** @param index of what is made of the seed: each has numbers of its own */
  constructor(seed: number, index: number) {
    this.clumsy = [0, 0.2, 1][index % 3]!;
    this.state = (imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ imul(index + 1, 0xc2b2ae35)) >>> 0;
  }

  /** From 0 to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from `low` to `high`, both among them. */
  between(low: number, high: number): number {
    return low + floor(this.next() * (high - low + 1));
  }

  /** Whether what happens once in `n` times happens. */
  oneIn(n: number): boolean {
    return this.next() * n < 1;
  }

  pick<T>(items: readonly T[]): T {
    return items[floor(this.next() * items.length)]!;
  }

  /** Whether something goes wrong here, which happens once in `n` times to the clumsiest. */
  slips(n: number): boolean {
    return this.next() * n < this.clumsy;
  }

  /** Some of the items, `most` at most, in their order. */
  some<T>(items: readonly T[], most: number): T[] {
    const wanted = this.between(0, min(most, items.length));
    const chosen = new Set<T>();
    for (let left = wanted; left > 0; left--) chosen.add(this.pick(items));
    return items.filter((item) => chosen.has(item));
  }
}
