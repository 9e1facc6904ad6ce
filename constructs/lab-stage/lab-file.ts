import { join } from "node:path";
import { ConstructError } from "../construct-error";
import { tryRead } from "../try-read";

/** What `./lab` found out about this machine, beside cdktf.json and not under version control. */
export const labFile = join(__dirname, "../../lab.json");

/**
 * The context that `file` holds; none where there is no file. A key of cdktf.json's `context` goes before it.
 *
 * @throws ConstructError `lab-file`
 */
export function readLabFile(file: string = labFile): Record<string, unknown> {
  const text = tryRead(file);
  if (text === undefined) return {};
  const context = parse(file, text);
  if (typeof context === "object" && context !== null && !Array.isArray(context)) return withoutPrototype(context);
  throw failure(file, `holds ${text.trim().slice(0, 80)} where an object is expected`);
}

/** cdktf would take what that key holds for what each key has that is not there. */
const withoutPrototype = (context: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(context).filter(([key]) => key !== "__proto__"));

const failure = (file: string, what: string) =>
  new ConstructError({
    code: "lab-file",
    what: `${file} ${what}`,
    remedy: "correct it, or remove it and run `./lab doctor`",
  });

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failure(file, `is not JSON: ${(error as Error).message}`);
  }
}
