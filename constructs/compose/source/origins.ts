import type { Origin } from "./source";

type Key = string | number;

/** Where each value of the normalized project was said: by the object that holds it and its key there. */
export class Origins {
  private readonly known = new WeakMap<object, Map<Key, Origin>>();

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
  }

  of(holder: object, key: Key): Origin | undefined {
    return this.known.get(holder)?.get(key);
  }
}
