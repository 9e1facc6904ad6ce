import { hasUnknown, type ObjectValue } from "../schema";
import { sameBlocks } from "../schema/equal";
import type { labelBlocks } from "./labels";

const PREFIX = "com.docker.compose.";

/** What `docker compose` notes for itself: where the file is, what was asked for, by which version, in whose place. */
const NOTES: ReadonlySet<string> = new Set(
  [
    ...["config-hash", "version", "image", "image-volume-digest", "replace"],
    ...["project.working_dir", "project.config_files", "project.environment_file"],
  ].map((name) => PREFIX + name),
);

/** Whether it is of a project of `docker compose`. */
export const isComposed = (labels: Readonly<Record<string, unknown>> | null | undefined): boolean =>
  Object.hasOwn(labels ?? {}, `${PREFIX}project`);

/** What a container depends on, which `docker compose` writes in another order each time. */
const DEPENDENCIES = `${PREFIX}depends_on`;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const isNote = ({ label }: ObjectValue): boolean => NOTES.has(text(label));

const ordered = (block: ObjectValue): ObjectValue =>
  block["label"] === DEPENDENCIES ? { ...block, value: text(block["value"]).split(",").sort().join() } : block;

const comparable = (blocks: readonly ObjectValue[]): ObjectValue[] =>
  blocks.filter((block) => !isNote(block)).map(ordered);

type Schema = ReturnType<typeof labelBlocks>;

/**
 * Whether labels differ in notes of `docker compose` alone: a folder that was moved is no reason to make anything anew.
 *
 * @param lacking whether one that is asked for may be missing: of networks and volumes older versions note less
 */
export function differInNotes(
  schema: Schema,
  prior: unknown,
  planned: unknown,
  { lacking }: { readonly lacking: boolean },
): boolean {
  if (!Array.isArray(prior) || !Array.isArray(planned) || hasUnknown(planned)) return false;
  const [was, asked] = [prior, planned] as [ObjectValue[], ObjectValue[]];
  if (sameBlocks(schema, was, asked) || !sameBlocks(schema, comparable(was), comparable(asked))) return false;
  const there = new Set(was.map(({ label }) => text(label)));
  return lacking || asked.every((block) => !isNote(block) || there.has(text(block["label"])));
}

/** A plan of a network or volume whose labels stay as they are where they differ in notes alone. */
export const keepingNotes = <P extends { readonly labels: unknown }>(
  schema: Schema,
  prior: { readonly labels: P["labels"] } | undefined,
  planned: P,
) =>
  prior && differInNotes(schema, prior.labels, planned.labels, { lacking: true })
    ? { planned: { ...planned, labels: prior.labels }, legacy: true }
    : undefined;
