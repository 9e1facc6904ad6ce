import { readFileMode } from "../formats/file-mode";
import { type Shape, scalar } from "./shapes/shape";

/** Permissions: octal as text, and as a number what YAML makes of it. */
export const fileMode: Shape<number> = scalar("permissions such as `0440`", (node, _, { problems }) => {
  if (typeof node.value === "boolean") return undefined;
  const mode = typeof node.value === "number" ? node.value : readFileMode(node.text);
  if (mode !== undefined && Number.isInteger(mode) && mode >= 0 && mode <= 0o7777) {
    if (typeof node.value === "number" && /^[1-7][0-7]+$/.test(node.text))
      problems.report("decimal-file-mode", node, { value: node.text, octal: `0${mode.toString(8)}` });
    return mode;
  }
  problems.report("bad-file-mode", node, { value: node.text });
  return 0o444;
});
