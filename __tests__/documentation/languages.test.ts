import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { checkout } from "../../documentation/pages";

const read = (path: string): string => readFileSync(join(checkout, path), "utf8");
const inFolder = (folder: string): string[] => readdirSync(join(checkout, folder)).map((name) => `${folder}/${name}`);
const isSpanish = (path: string): boolean => path.endsWith(".es.md");

/** Folders of whose pages all are in both languages. */
const constructs = inFolder("docs/constructs");
const spanish = ["README.es.md", ...inFolder("docs").filter(isSpanish), ...constructs.filter(isSpanish)];
const englishOf = (path: string): string => path.replace(/\.es\.md$/, ".md");

test("the page of each construct is in both languages", () => {
  const english = constructs.filter((path) => !isSpanish(path));
  expect(constructs.filter(isSpanish).map(englishOf)).toEqual(english);
});

test.each(spanish)("%s and its English page lead to each other", (path) => {
  const english = englishOf(path);
  expect(read(path)).toContain(`[English](${basename(english)})`);
  expect(read(english)).toContain(`[Español](${basename(path)})`);
});

test.each(spanish)("%s has the sections, rows, items, tables and code of its English page", (path) => {
  expect(shapeOf(read(path))).toEqual(shapeOf(read(englishOf(path))));
});

/** What is the same in every language: in code, all but what is said in it. */
function shapeOf(text: string) {
  const lines = text.split("\n");
  const count = (start: string) => lines.filter((line) => line.startsWith(start)).length;
  return {
    counts: Object.fromEntries(["## ", "| ", "- ", "![", "```", "<!-- "].map((start) => [start, count(start)])),
    tables: lines.filter((line) => line.startsWith("<!-- ")),
    code: [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code!.replace(/(?:^|\s)\/\/ .*$/gm, "")),
    // Names, flags, versions: of prose, what no translation changes.
    literals: [...text.matchAll(/`([a-z]\w*(?:[._:]\w+)+)`/g)].map(([, literal]) => literal).sort(),
  };
}

test.each(spanish)("the links of %s lead somewhere, and to Spanish where there is some", (path) => {
  const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
  const targetOf = (to: string) => (to === "" ? path : relative(checkout, join(checkout, dirname(path), to)));
  const targets = links.map(([, to = ""]) => targetOf(to));
  const wrong = links.filter(([, to = "", section]) => {
    const target = targetOf(to);
    if (!existsSync(join(checkout, target))) return true;
    if (section !== undefined && !anchorsOf(target).includes(section)) return true;
    // Beside a link to the Spanish page one to the English page is welcome, too.
    const translated = target.replace(/(?<!\.es)\.md$/, ".es.md");
    const isThere = translated !== target && translated !== path && existsSync(join(checkout, translated));
    return isThere && !targets.includes(translated);
  });
  expect(wrong.map(([link]) => link)).toEqual([]);
});

/** What GitHub makes of headings. Source: https://github.com/Flet/github-slugger */
const anchorsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
