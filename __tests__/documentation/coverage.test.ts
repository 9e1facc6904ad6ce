import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isStage, stageOf, stages } from "../../commands/stages";
import { checkout } from "../../documentation/pages";

const read = (path: string): string => readFileSync(join(checkout, path), "utf8");
const page = read("docs/coverage.md");
const rows = page.split("\n").filter((line) => /^\| (?!the lab's step)/.test(line));
const cells = rows.map((row) => row.split(/(?<!\\)\|/).slice(1, -1));
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, ...parts]) => parts);

/** What GitHub makes of a heading. Source: https://github.com/Flet/github-slugger */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
const anchors = (path: string) => all(read(path), /^## (.*)$/gm).map(([heading]) => anchor(heading!));

test("each step of the lab is seen and explained somewhere", () => {
  expect(rows.length).toBeGreaterThan(50);
  expect(cells.filter((row) => row.length !== 3 || row.some((cell) => cell.trim() === ""))).toEqual([]);
});

test("each step of a transcript is in the table, and the table names no other", () => {
  const named = all(page, /`(stage\d)\/(\w+)`/g).map((parts) => parts.join("/"));
  const there = stages.flatMap((stage) => Object.keys(stageOf(stage).texts()).map((key) => `${stage}/${key}`));
  expect([...new Set(named)].sort()).toEqual(there.sort());
});

test("each lesson is in the table, of the stage that its row is of", () => {
  const found = cells.flatMap(([, seen]) => {
    const stage = /stage\d/.exec(seen!)?.[0] ?? "";
    return all(seen!, /\*\*lesson\*\* "([^"]+)"/g).map(([begins]) => ({ stage, begins: begins! }));
  });
  const missing = found.filter(
    ({ stage, begins }) =>
      !(
        isStage(stage) &&
        stageOf(stage)
          .lessons()
          .some(({ teaches }) => teaches.en.startsWith(begins))
      ),
  );
  expect(missing).toEqual([]);
  expect(found.length).toBeGreaterThan(20);
});

test("each stage whose status is named leaves something to show", () => {
  const named = all(page, /`\.\/lab status (\w+)`/g).flat();
  expect(named.filter((name) => !isStage(name!))).toEqual([]);
});

test("each section and picture that explains a step is there", () => {
  const links = all(page, /\]\(([\w./-]+)(?:#([^)]*))?\)/g);
  const broken = links.filter(
    ([path, section]) =>
      !existsSync(join(checkout, "docs", path!)) || (section && !anchors(`docs/${path}`).includes(section)),
  );
  expect(broken).toEqual([]);
});

test("the guide shows the stack file's blocks as they are in the file", () => {
  const file = read("images/voting-app/docker-stack.yml");
  const indented = (block: string) =>
    block
      .split("\n")
      .map((line) => `  ${line}`)
      .join("\n");
  for (const path of ["docs/stage4.md", "docs/stage4.es.md"]) {
    const blocks = all(read(path), /^```yaml\n([\s\S]*?)\n```$/gm).flat();
    expect(blocks.length).toBe(5);
    expect(blocks.filter((block) => !file.includes(indented(block!)))).toEqual([]);
  }
});
