import { nearest } from "../problems/suggest";
import type { Origin } from "./source";

type Key = string | number;

/** Where each value of the normalized project was said: by the object that holds it and its key there. */
export class Origins {
  private readonly known = new WeakMap<object, Map<Key, Origin>>();
  private readonly misspelt = new WeakMap<object, { written: readonly string[]; known: readonly string[] }>();

  /** Notes where `holder[key]` was said; without a key, where the holder itself was. */
  set(holder: object, key: Key, origin: Origin): void {
    const keys = this.known.get(holder);
    if (keys) keys.set(key, origin);
    else this.known.set(holder, new Map([[key, origin]]));
  }

  /** Says that `copy` holds what `holder` holds, said in the same places. */
  share(holder: object, copy: object): void {
    const keys = this.known.get(holder);
    if (keys) this.known.set(copy, keys);
    this.shareMisspelt(holder, copy);
  }

  /** Notes the keys of `holder` that are none of those it may have. */
  misspell(holder: object, written: readonly string[], known: readonly string[]): void {
    this.misspelt.set(holder, { written, known });
  }

  /** Says that what is misspelt in `holder` may be what lacks in `other`. */
  shareMisspelt(holder: object, other: object): void {
    const [mine, theirs] = [this.misspelt.get(holder), this.misspelt.get(other)];
    if (mine) this.misspell(other, [...mine.written, ...(theirs?.written ?? [])], mine.known);
  }

  /** Whether `key` was probably meant by one that `holder` cannot have: that is reported, and not that `key` lacks. */
  wasMeant(holder: object, key: string): boolean {
    const { written = [], known = [] } = this.misspelt.get(holder) ?? {};
    return written.some((name) => nearest(name, known) === key);
  }

  /** Whether something was said of what `holder` holds, be it wrong. */
  isSaid(holder: object): boolean {
    return (this.known.get(holder)?.size ?? 0) > 0;
  }

  of(holder: object, key: Key): Origin | undefined {
    return this.known.get(holder)?.get(key);
  }
}
