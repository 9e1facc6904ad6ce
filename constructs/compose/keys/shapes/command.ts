import { splitWords } from "../../formats/shell-words";
import { texts } from "./collections";
import { text } from "./scalars";
import { byKind, mapped, type Shape, withMergeRule } from "./shape";

const replaced = <T>(shape: Shape<T>): Shape<T> => withMergeRule({ kind: "replace" }, shape);

/** Words: a text as a shell splits it, or a list. */
export const command: Shape<readonly string[]> = replaced(
  byKind({
    scalar: mapped(text, (value, node, key, { problems }): readonly string[] => {
      const words = splitWords(value);
      if (!("fault" in words)) return words;
      problems.report("bad-words", node, { key, value, why: words.fault });
      return [];
    }),
    sequence: texts,
  }),
);

const heads = ["NONE", "CMD", "CMD-SHELL"];

/** A health test as the engine takes it: a text is one for the shell. */
export const healthTest: Shape<readonly string[]> = replaced(
  byKind({
    scalar: mapped(text, (value): readonly string[] => ["CMD-SHELL", value]),
    sequence: mapped(texts, (words, node, _, { problems }): readonly string[] => {
      const [head = ""] = words;
      const whole = head === "NONE" ? words.length === 1 : words.length > 1;
      if (!heads.includes(head) || !whole) {
        problems.report("bad-health-test", { ...node, end: node.start + 1 }, { value: words });
      }
      return words;
    }),
  }),
);
