const underWay = new Map<string, Promise<unknown>>();

/**
 * Asks a question once for all who have it at the same time: nodes that join together ask one manager the same, and
 * each call that runs beside another costs a connection of its own, which over `container://` is a process.
 */
export function shared<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const asked = underWay.get(question) as Promise<T> | undefined;
  if (asked) return asked;
  const answer = ask().finally(() => underWay.delete(question));
  underWay.set(question, answer);
  return answer;
}
