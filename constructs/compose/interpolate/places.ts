import { type ScalarNode, within } from "../source/node";
import type { Origin } from "../source/source";

type Place = (offset: number, length: number) => Origin;

/**
 * Where in its file a variable of a scalar stands, told from its offset in the scalar's text. Blocks, folded lines and
 * escapes move it; but the dollar signs are in the file as they are in the text, one for one, unless an escape spells one.
 */
export function placesIn(node: ScalarNode): Place {
  if (node.literal) return (offset, length) => within(node, offset, length);
  let known: ReadonlyMap<number, number> | undefined;
  return (offset, length) => {
    known ??= dollars(node);
    const start = known.get(offset);
    if (start === undefined) return node;
    const lineEnd = node.source.text.indexOf("\n", start);
    const end = Math.min(start + Math.max(length, 1), node.end, lineEnd === -1 ? node.end : lineEnd);
    return { source: node.source, start, end: Math.max(end, start + 1) };
  };
}

/** Offsets in the file by offsets in the text; none where they are not as many. */
function dollars({ text, source, start, end }: ScalarNode): ReadonlyMap<number, number> {
  const inText = offsetsOf("$", text, 0, text.length);
  const inFile = offsetsOf("$", source.text, start, end);
  return new Map(inText.length === inFile.length ? inText.map((offset, i) => [offset, inFile[i]!]) : []);
}

function offsetsOf(character: string, text: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(character, from); at !== -1 && at < to; at = text.indexOf(character, at + 1))
    found.push(at);
  return found;
}
