/** The map, where something is in it: the engine keeps an empty one apart from none. */
export const filled = (
  map: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | undefined => (map && Object.keys(map).length > 0 ? map : undefined);
