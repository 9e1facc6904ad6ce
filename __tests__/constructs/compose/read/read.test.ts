import { read } from "../../../../constructs/compose/read/read";
import { plain } from "../../../../constructs/compose/source/node";
import { Source } from "../../../../constructs/compose/source/source";
import { reporting } from "../problem-lines";

const readText = (text: string) =>
  reporting((problems) => read(new Source("compose.yml", text, "/"), problems).map(plain));

describe("a file that can be read", () => {
  const rows: { name: string; text: string; reads: unknown[] }[] = [
    { name: "a mapping", text: "a: 1\nb: [x, y]\n", reads: [{ a: 1, b: ["x", "y"] }] },
    { name: "a byte order mark", text: "\uFEFFa: 1", reads: [{ a: 1 }] },
    { name: "carriage returns", text: "a: 1\r\nb: 2\r\n", reads: [{ a: 1, b: 2 }] },
    { name: "several documents", text: "a: 1\n---\nb: 2\n", reads: [{ a: 1 }, { b: 2 }] },
    { name: "an empty document beside a full one", text: "---\n---\na: 1\n", reads: [{ a: 1 }] },
    { name: "nothing behind a colon", text: "a:\nb: ~\n", reads: [{ a: null, b: null }] },
    { name: "block scalars", text: "a: |\n  x\n  y\nb: >-\n  x\n  y\n", reads: [{ a: "x\ny\n", b: "x y" }] },
    { name: "quotes", text: "a: '1'\nb: \"x\\ny\"\n", reads: [{ a: "1", b: "x\ny" }] },
    {
      name: "a closing bracket in the key's column",
      text: "a: [\n  x,\n]\nb: {\n  y: 1\n}\n",
      reads: [{ a: ["x"], b: { y: 1 } }],
    },
    { name: "items in the key's column", text: "a:\n  b: [\n  x,\n  y\n  ]\n", reads: [{ a: { b: ["x", "y"] } }] },
    {
      name: "items further out than the key",
      text: "a:\n  b: {\nx: [\ny, z]\n}\n",
      reads: [{ a: { b: { x: ["y", "z"] } } }],
    },
    {
      name: "a quoted text that goes on in the parent's column",
      text: "a:\n  b: \"x\n  y\"\n  c: 'x\ny\n\n  z'\n",
      reads: [{ a: { b: "x y", c: "x y\nz" } }],
    },
    { name: "a file in flow style", text: '# x\n  {\n"a": {\n"b": [\n1\n]\n}\n}\n', reads: [{ a: { b: [1] } }] },
    {
      name: "a file in flow style and with tabs",
      text: '# x\n {\n\t"a": {\n\t\t"b": 1\n\t}\n}\n',
      reads: [{ a: { b: 1 } }],
    },
    { name: "an anchor on a line of its own in brackets", text: "a: [\n&x\ny, *x]\n", reads: [{ a: ["y", "y"] }] },
    {
      name: "block scalars and comments around brackets",
      text: "a: |\n  [ it's\n  b\nc: [\n# ]\nd # {\n]\ne: >-\n  }\n",
      reads: [{ a: "[ it's\nb\n", c: ["d"], e: "}" }],
    },
    { name: "tags of YAML's own", text: "a: !!str 1\nb: !!int 2\nc: ! 3", reads: [{ a: "1", b: 2, c: "3" }] },
    { name: "numbers and booleans as keys", text: "1: a\ntrue: b", reads: [{ 1: "a", true: "b" }] },
    {
      name: "a key of JavaScript's own",
      text: "__proto__: a\nconstructor: b",
      reads: [JSON.parse('{"__proto__":"a","constructor":"b"}')],
    },
    { name: "an alias", text: "a: &x {b: 1}\nc: *x\n", reads: [{ a: { b: 1 }, c: { b: 1 } }] },
    { name: "an anchor set anew", text: "a: &x 1\nb: &x 2\nc: *x\n", reads: [{ a: 1, b: 2, c: 2 }] },
    {
      name: "a merge key under the mapping's own",
      text: "a: &x {b: 1, c: 2}\nd: {b: 3, <<: *x}",
      reads: [{ a: { b: 1, c: 2 }, d: { b: 3, c: 2 } }],
    },
    {
      name: "a list of merge keys, the first winning",
      text: "a: &x {k: 1}\nb: &y {k: 2, l: 3}\nc:\n  <<: [*x, *y]",
      reads: [{ a: { k: 1 }, b: { k: 2, l: 3 }, c: { k: 1, l: 3 } }],
    },
    { name: "a merge key of a mapping written out", text: "a: {<<: {b: 1}, c: 2}", reads: [{ a: { b: 1, c: 2 } }] },
  ];
  test.each(rows)("$name", ({ text, reads }) => {
    expect(readText(text)).toEqual({ result: reads, reported: [] });
  });
});

describe("a broken file", () => {
  const rows: { name: string; text: string; reported: string[] }[] = [
    { name: "no content", text: "", reported: ["empty-file compose.yml:1:1"] },
    { name: "comments alone", text: "# nothing\n", reported: ["empty-file compose.yml:1:1"] },
    { name: "a list", text: "\n- a\n", reported: ["not-a-mapping compose.yml:2:1"] },
    { name: "a text", text: "hello", reported: ["not-a-mapping compose.yml:1:1"] },
    { name: "a tab", text: "a:\n\tb: 1", reported: ["yaml-tab compose.yml:2:1"] },
    { name: "an open bracket", text: "a: [1", reported: ["yaml-syntax compose.yml:1:6"] },
    { name: "an open quote", text: 'a: "x', reported: ["yaml-syntax compose.yml:1:6"] },
    { name: "a colon too many", text: "a: b: c", reported: ["yaml-syntax compose.yml:1:5"] },
    {
      name: "a fault behind lines that were moved in",
      text: "a: [\nx,\n]\nb: c: d",
      reported: ["yaml-syntax compose.yml:4:5"],
    },
    {
      name: "a fault in a line that was moved in",
      text: "a:\n  b: [\nx, , y\n]\n",
      reported: ["yaml-syntax compose.yml:3:4"],
    },
    {
      name: "a name that is not there, in a line that was moved in",
      text: "a: [\nx, *y\n]\n",
      reported: ["unknown-anchor compose.yml:2:4"],
    },
    {
      name: "a key twice, behind lines that were moved in",
      text: "a: {\nb: 1,\n}\na: 1\n",
      reported: ["duplicate-key compose.yml:4:1"],
    },
    { name: "a tab behind a text in brackets", text: "a: [x\n\t]\n", reported: ["yaml-tab compose.yml:2:1"] },
    { name: "an open bracket over lines", text: "a: [\nx\n", reported: ["yaml-syntax compose.yml:3:1"] },
    { name: "a mark of a document in brackets", text: "a: [\nx,\n---\n]\n", reported: ["yaml-syntax compose.yml:3:1"] },
    { name: "a null byte", text: "a: \u0000", reported: ["yaml-syntax compose.yml:1:4"] },
    { name: "a key twice", text: "a: 1\nb: 2\na: 3\n", reported: ["duplicate-key compose.yml:3:1"] },
    {
      name: "keys twice in two places",
      text: "a: {x: 1, x: 2}\nb:\n  y: 1\n  y: 2\n",
      reported: ["duplicate-key compose.yml:1:11", "duplicate-key compose.yml:4:3"],
    },
    { name: "a list as a key", text: "? [a]\n: b\n", reported: ["key-not-scalar compose.yml:1:3"] },
    { name: "nothing as a key", text: "a: 1\n~: b\n", reported: ["key-not-scalar compose.yml:2:1"] },
    { name: "an alias of nothing", text: "a: &web 1\nb: *wbe\n", reported: ["unknown-anchor compose.yml:2:4"] },
    {
      name: "an anchor of another document",
      text: "a: &x 1\n---\nb: *x\n",
      reported: ["unknown-anchor compose.yml:3:4"],
    },
    { name: "an alias inside its anchor", text: "a: &x\n  b: *x\n", reported: ["alias-cycle compose.yml:2:6"] },
    { name: "an unknown tag", text: "a: !rest 1\n", reported: ["unknown-tag compose.yml:1:4"] },
    {
      name: "a value that is not what its tag says",
      text: "a: !!int five\n",
      reported: ["tag-mismatch compose.yml:1:10"],
    },
    { name: "a merge key of a text", text: "a: {<<: b}\n", reported: ["bad-merge-key compose.yml:1:9"] },
  ];
  test.each(rows)("$name", ({ text, reported }) => {
    expect(readText(text).reported).toEqual(reported);
  });

  test("levels without end are an error, not an overflow", () => {
    expect(readText(`a: ${"[".repeat(100_000)}`).reported).toEqual(["too-deep compose.yml:1:103"]);
  });

  test("a bomb of aliases is an error, and takes neither time nor memory", () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(", ")}]`,
    );
    const { reported } = readText(`l0: &l0 [a, b]\n${levels.join("\n")}\n`);
    expect(reported).toEqual([expect.stringMatching(/^alias-expansion compose\.yml:\d+:\d+$/)]);
  });

  test("many aliases of a large value are one, too", () => {
    const aliases = Array(1001).fill("*a").join(", ");
    const { reported } = readText(`a: &a [${Array(1000).fill("x").join(", ")}]\nb: [${aliases}]\n`);
    expect(reported).toEqual([expect.stringMatching(/^alias-expansion compose\.yml:2:\d+$/)]);
  });

  test("a common block used by very many services is no bomb", () => {
    const services = Array.from({ length: 5000 }, (_, i) => `s${i}: {<<: *common}`);
    const { reported } = readText(
      `x: &common {${Array.from({ length: 30 }, (_, i) => `k${i}: v`).join(", ")}}\n${services.join("\n")}`,
    );
    expect(reported).toEqual([]);
  });

  test("a file of 10 MB is read", () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `s${i}:\n  k: ${"x".repeat(1000)}\n  l: [a, b, c]\n`).join(
      "",
    );
    expect(text.length).toBeGreaterThan(10_000_000);
    expect(readText(text)).toMatchObject({ result: [{ s9999: { l: ["a", "b", "c"] } }], reported: [] });
  });
});
