/** A label as a block of Terraform's Docker providers: `labels { label = "…" value = "…" }`. */
export interface Label {
  readonly label: string;
  readonly value: string;
}

/** By key. */
export type Labels = Readonly<Record<string, string>>;

/** On every object of a stack. Source: https://docs.docker.com/reference/cli/docker/stack/deploy/ */
export const STACK_LABEL = "com.docker.stack.namespace";

/** On everything that a stage of the labs makes: the stage's name behind the context's prefix. */
export const STAGE_LABEL = "docker-stages.stage";

/** On everything that the provider makes, and never in state: it tells the object from another of its name. */
export const NONCE_LABEL = "docker-stages.nonce";

/** Labels as blocks, sorted: a set has no order, and a plan that reads well has. */
export const toLabelBlocks = (labels: Labels = {}): { label: string; value: string }[] =>
  Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => ({ label, value }));

/** As the Engine API has them. */
export const toLabelRecord = (labels: readonly Label[]): Record<string, string> =>
  Object.fromEntries(labels.map(({ label, value }) => [label, value]));
