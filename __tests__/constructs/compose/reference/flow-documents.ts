import fc from "fast-check";

/** Characters of a document: short ones have all there is to see, and can be read by people. */
const LONGEST = 120;

/** A break of the line, and how far in the next one begins; or none. */
const gap = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("", " ") },
  {
    weight: 6,
    arbitrary: fc.constantFrom("\n", "\n ", "\n  ", "\n    ", "\n      ", "\r\n", "\n\t", "\n  \t", "\n\n", "\n \n"),
  },
  { weight: 1, arbitrary: fc.constantFrom(" # it's [\n", '\n# "{\n', "\n  # a: '\n ", " #\n\n") },
);
/** A break inside a text, where `#` begins no comment. */
const fold = fc.oneof(
  { weight: 2, arbitrary: fc.constant(" ") },
  { weight: 3, arbitrary: fc.constantFrom("\n", "\n ", "\n   ", "\n\n", "\n\t", "\n      ", "\n \n", "\r\n") },
);

const plainWord = fc.constantFrom(
  "x",
  "it's",
  "-1",
  "a-b",
  "u:v",
  "p#q",
  'n"m',
  "ok",
  "12",
  "/p:/q",
  "é",
  "http://h:80",
);
const quotedWord = fc.constantFrom("x", "[", "]", "}", ":", "#", "# y", "a: b", "-", "- y", ",", "z", "$v");
const joined = (word: fc.Arbitrary<string>, most: number) =>
  fc
    .tuple(word, fc.array(fc.tuple(fold, word), { maxLength: most }))
    .map(([first, rest]) => first + rest.map((pair) => pair.join("")).join(""));

const single = joined(fc.oneof(quotedWord, fc.constantFrom("''", '"', "\\")), 3).map((text) => `'${text}'`);
const double = joined(fc.oneof(quotedWord, fc.constantFrom('\\"', "'", "\\\\", "\\n", "\\\n", "\\\n  ")), 3).map(
  (text) => `"${text}"`,
);
const plain = joined(plainWord, 1);
const scalar = fc.oneof(plainWord, plainWord, plain, single, double);
const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a", "b", "c", "d", "e", "f") },
  { weight: 1, arbitrary: fc.constantFrom("'g'", '"h"', "&i j", "!!str k") },
);

/** Brackets and braces inside each other, with a break at each place that can have one. */
const { flow } = fc.letrec<{ node: string; sequence: string; mapping: string; pair: string; flow: string }>((tie) => ({
  flow: fc.oneof(tie("sequence"), tie("mapping")),
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    scalar,
    tie("sequence"),
    tie("mapping"),
    fc.constantFrom("", "&n x", "!!str 1", "&m\nx", "!!seq []"),
  ),
  pair: fc.tuple(key, fc.constantFrom(":", ": ", ":", " :"), gap, tie("node")).map((parts) => parts.join("")),
  sequence: list("[", "]", fc.oneof(tie("node"), tie("node"), tie("pair"))),
  mapping: list("{", "}", fc.oneof(tie("pair"), tie("pair"), tie("pair"), key)),
}));

function list(open: string, close: string, entry: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const entries = fc.array(
    fc.tuple(gap, entry, gap).map((parts) => parts.join("")),
    { maxLength: 4 },
  );
  return fc
    .tuple(entries, fc.constantFrom("", "", ","), gap)
    .map(([items, comma, end]) => `${open}${items.join(",")}${items.length > 0 ? comma : ""}${end}${close}`);
}

const before = fc.constantFrom(
  "",
  "---\n",
  "--- ",
  "  ",
  "# it's\n",
  "\n  ",
  "k: ",
  "k:\n  ",
  "k:\n    l: ",
  "k:\n  l:\n    m: ",
  "- ",
  "- - ",
  "- k: ",
  "k:\n- ",
  "k:\n  - ",
  "k:\n  - l: ",
  "k:\n  l: v\n  m:\n  - ",
  "k: &x ",
  "k: !!map\n  ",
  "j: |\n  [ it's\n  \"\nk: ",
  "j: >-\n\n   {'\n\nk:\n  l: ",
  "j:\n  i: |2\n      [\n    '\n  k: ",
  "j: it's [a\n  'b\nk: ",
  'j: a # "\nk: ',
  "j: 'a: \"'\nk:\n  l: ",
  "? k\n: ",
);
const after = fc.constantFrom(
  "",
  "\n",
  "\n",
  "\n",
  " # it's\n",
  "\n# [\n",
  "\nz: 1\n",
  "\n  z: 1\n",
  "\n- z\n",
  "\n---\nz: 1\n",
  "\n...\n",
);

/** Documents around brackets, braces and quoted texts over several lines, most of them YAML, some of them not. */
export const flowDocuments: fc.Arbitrary<string> = fc
  .tuple(before, fc.oneof({ weight: 3, arbitrary: flow }, { weight: 1, arbitrary: fc.oneof(single, double) }), after)
  .map((parts) => parts.join(""))
  .filter((text) => text.length <= LONGEST);
