/** Labels as the Engine API's `label` filter takes them. */
export const labelFilter = (labels: Readonly<Record<string, string>>): string[] =>
  Object.entries(labels).map(([label, value]) => `${label}=${value}`);
