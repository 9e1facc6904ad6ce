/** A circle, told once. */
interface Circle {
  /** The names on it, the first once more at the end. */
  readonly chain: readonly string[];
  /** The step that closes it. */
  readonly from: string;
  readonly to: string;
}

/** The circles that names and what each of them needs make; each ends one way round. */
export function circlesIn(names: readonly string[], neededBy: (name: string) => readonly string[]): Circle[] {
  const circles: Circle[] = [];
  const done = new Set<string>();
  for (const start of names) {
    const chain: string[] = [];
    const onChain = new Set<string>();
    const todo: { readonly name: string; readonly depth: number; readonly from?: string }[] = [
      { name: start, depth: 0 },
    ];
    for (let next = todo.pop(); next; next = todo.pop()) {
      const { name, depth, from } = next;
      while (chain.length > depth) onChain.delete(chain.pop()!);
      if (onChain.has(name)) {
        circles.push({ chain: [...chain.slice(chain.indexOf(name)), name], from: from!, to: name });
        continue;
      }
      if (done.has(name)) continue;
      chain.push(name);
      onChain.add(name);
      done.add(name);
      for (const other of neededBy(name)) todo.push({ name: other, depth: depth + 1, from: name });
    }
  }
  return circles;
}
