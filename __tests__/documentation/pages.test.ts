import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, guides, pages } from "../../documentation/pages";
import { wantedBy } from "../../documentation/props/page";

const read = (path: string): string => readFileSync(join(checkout, path), "utf8");
const written = pages();

test.each([...written])("%s is what the code says; `npm run docs` writes it", (path, text) => {
  expect(existsSync(join(checkout, path)) ? read(path) : "").toBe(text);
});

test("every interface of props that the package has is in a table", () => {
  const props = [...new Set(read("index.ts").match(/\b\w+Props\b/g))];
  const shown = guides().flatMap((path) => wantedBy(read(path)).map(({ name }) => name));
  // Of what fromFile and a cluster's push make by themselves, and what RunOnce and Shell have in common.
  const besides = ["ComposeStackProps", "PushedImageProps", "ContainerProps"];
  expect(props.filter((name) => !shown.includes(name) && !besides.includes(name))).toEqual([]);
});

test("every picture is in a guide of its language", () => {
  const pictures = [...written.keys()].filter((path) => path.endsWith(".svg"));
  const shown = ["stage1", "stage2", "stage3", "stage4"].flatMap((stage) =>
    ["", ".es"].flatMap((language) =>
      [...read(`docs/${stage}${language}.md`).matchAll(/\]\((pictures\/\w[\w-]*)((?:\.es)?)\.svg\)/g)].map(
        ([, path, of]) => [`docs/${path}${of}.svg`, of === language] as const,
      ),
    ),
  );
  expect(shown.map(([path]) => path).sort()).toEqual([...pictures].sort());
  expect(shown.filter(([, isOwn]) => !isOwn)).toEqual([]);
});
