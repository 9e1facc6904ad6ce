/** Items of which each is taken once. Those that are taken in their order cost no search. */
export class Pool<T> {
  private readonly taken: boolean[] = [];
  private first = 0;

  constructor(private readonly items: readonly T[]) {}

  /** The first that is left and fits. */
  take(fits: (item: T) => boolean): T | undefined {
    while (this.taken[this.first]) this.first++;
    for (let i = this.first; i < this.items.length; i++) {
      if (this.taken[i] || !fits(this.items[i]!)) continue;
      this.taken[i] = true;
      return this.items[i];
    }
    return undefined;
  }

  get left(): T[] {
    return this.items.filter((_, i) => !this.taken[i]);
  }
}
