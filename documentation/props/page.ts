import { type Prop, PropsError, type Wanted } from "./prop";
import { table } from "./table";

const BEGIN = /^<!-- props: (.*) -->$/;
const END = "<!-- /props -->";
const WORDS = /^(\w+)(?:, with (\w+(?: and \w+)*))?$/;

/** The interfaces that a page has a table of. */
export const wantedBy = (page: string): Wanted[] =>
  page.split("\n").flatMap((line) => (BEGIN.test(line) ? [wantedIn(line)] : []));

/** The page with each of its tables as the interfaces are now, all else as it was. */
export function withTables(page: string, propsOf: (wanted: Wanted) => readonly Prop[]): string {
  const written: string[] = [];
  let begun: string | undefined;
  for (const line of page.split("\n")) {
    if (BEGIN.test(line)) {
      if (begun !== undefined) throw notClosed(begun);
      begun = line;
      written.push(line, "", table(propsOf(wantedIn(line))), "");
    }
    if (line === END) begun = undefined;
    if (begun === undefined) written.push(line);
  }
  if (begun !== undefined) throw notClosed(begun);
  return written.join("\n");
}

const notClosed = (begun: string) => new PropsError([`\`${begun}\` has no \`${END}\` below it: add it`]);

function wantedIn(line: string): Wanted {
  const words = BEGIN.exec(line)![1]!;
  const [found, name, also] = WORDS.exec(words) ?? [];
  if (found === undefined)
    throw new PropsError([
      `\`${line}\` names no interface: \`<!-- props: NAME -->\`, or \`<!-- props: NAME, with NAME and NAME -->\``,
    ]);
  return { name: name!, ...(also && { also: also.split(" and ") }) };
}
