import { own } from "../../foreign/own";

/** Services so that each comes after those it depends on; there is no circle. */
export function inOrder<Service>(
  services: Readonly<Record<string, Service>>,
  dependenciesOf: (service: Service) => readonly string[],
): [string, Service][] {
  const result: [string, Service][] = [];
  const seen = new Set<string>();
  for (const start of Object.keys(services)) {
    const todo = [{ key: start, ready: false }];
    for (let next = todo.pop(); next; next = todo.pop()) {
      const { key, ready } = next;
      if (ready) result.push([key, own(services, key)!]);
      if (ready || seen.has(key)) continue;
      seen.add(key);
      todo.push({ key, ready: true });
      for (const other of dependenciesOf(own(services, key)!)) todo.push({ key: other, ready: false });
    }
  }
  return result;
}
