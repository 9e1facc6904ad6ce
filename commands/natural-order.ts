/** Orders names as people count: node2 comes before node10. */
export const naturalOrder = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });
