export type Labels = Readonly<Record<string, string>>;

/** As Terraform's Docker provider has them. */
export const toLabelBlocks = (labels: Labels = {}) =>
  Object.entries(labels).map(([label, value]) => ({ label, value }));
