import type { Event } from "js-yaml";
import type { Problems } from "../problems/problem";
import { isNull, type MappingNode } from "../source/node";
import type { Source } from "../source/source";
import { describe } from "./describe";
import { events, Refusal } from "./events";
import { TreeBuilder } from "./tree-builder";

/** Bytes of one file. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Levels of one file. */
const MAX_DEPTH = 100;

/**
 * The YAML documents of a file as trees with positions, anchors followed and merge keys (`<<`) carried out.
 * What is broken is reported; what can be read all the same is returned.
 * @see https://yaml.org/spec/1.2.2/ and, for merge keys, https://yaml.org/type/merge.html
 */
export function read(source: Source, problems: Problems): readonly MappingNode[] {
  const top = { source, start: 0, end: 1 };
  if (source.text.length > MAX_FILE_BYTES) {
    problems.report("file-too-large", top, { bytes: source.text.length, limit: MAX_FILE_BYTES });
    return [];
  }
  const parsed = tryParse(source, problems);
  if (!parsed) return [];
  const roots = new TreeBuilder(source, problems, parsed.length).build(parsed);
  const full = roots.filter((root) => !isNull(root));
  if (full.length === 0) {
    problems.report("empty-file", top, {});
    return [];
  }
  return full.filter((root): root is MappingNode => {
    if (root.kind === "mapping") return true;
    problems.report("not-a-mapping", { ...root, end: root.start + 1 }, { found: describe(root) });
    return false;
  });
}

function tryParse(source: Source, problems: Problems): readonly Event[] | undefined {
  try {
    return events(source.text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason, offset } = error;
    const tabbed = reason === "deficient indentation" && source.text[offset - 1] === "\t";
    const start = tabbed ? offset - 1 : offset;
    const origin = { source, start, end: start + 1 };
    if (reason.includes("maxDepth")) problems.report("too-deep", origin, { limit: MAX_DEPTH });
    else if (tabbed || reason.includes("tab characters")) problems.report("yaml-tab", origin, {});
    else problems.report("yaml-syntax", origin, { reason });
    return undefined;
  }
}
