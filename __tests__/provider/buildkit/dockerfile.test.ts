import { baseImages, instructionOf, missingArguments, parseDockerfile } from "../../../provider/buildkit";

const text = `# syntax of old
# escape=\\

ARG VERSION=3.20
ARG FLAVOUR
FROM alpine:\${VERSION} AS base
RUN apk update && \\
    # why
    apk add nodejs

from base
COPY . /app
RUN <<EOF
FROM nothing
EOF
WORKDIR /app
CMD ["node", "index.js"]
`;

test("instructions, with the line that each begins on", () => {
  expect(parseDockerfile(text).map(({ line, keyword, text: rest }) => `${line} ${keyword} ${rest}`)).toEqual([
    "4 ARG VERSION=3.20",
    "5 ARG FLAVOUR",
    `6 FROM alpine:\${VERSION} AS base`,
    "7 RUN apk update && apk add nodejs",
    "11 FROM base",
    "12 COPY . /app",
    "13 RUN <<EOF",
    "16 WORKDIR /app",
    '17 CMD ["node", "index.js"]',
  ]);
});

const odd = [
  { what: "another escape character", text: "# escape=`\r\nRUN a `\r\n b\r\nRUN c", found: ["2 RUN a b", "4 RUN c"] },
  { what: "a byte order mark", text: "\uFEFFFROM a", found: ["1 FROM a"] },
  { what: "an end without a line break, in a continued line", text: "RUN a \\", found: ["1 RUN a"] },
  { what: "nothing", text: "", found: [] },
  { what: "a heredoc that does not end", text: "RUN <<X\nRUN a", found: ["1 RUN <<X", "2 RUN a"] },
  { what: "an indented heredoc", text: "COPY <<-A /y\n\tRUN\n\tA\nRUN z", found: ["1 COPY <<-A /y", "4 RUN z"] },
  {
    what: "one heredoc after the other",
    text: "RUN <<X\na\nX\nRUN <<X\nX\nRUN b",
    found: ["1 RUN <<X", "4 RUN <<X", "6 RUN b"],
  },
  {
    what: "two heredocs of one instruction",
    text: "RUN <<A <<B\nB\nA\nc\nB\nRUN b",
    found: ["1 RUN <<A <<B", "6 RUN b"],
  },
  { what: "an instruction alone", text: "RUN", found: ["1 RUN "] },
];
test.each(odd)("$what", ({ text: given, found }) => {
  expect(parseDockerfile(given).map(({ line, keyword, text: rest }) => `${line} ${keyword} ${rest}`)).toEqual(found);
});

const bases = [
  { dockerfile: text, args: {}, images: ["alpine:3.20"] },
  { dockerfile: text, args: { VERSION: "edge" }, images: ["alpine:edge"] },
  { dockerfile: "ARG BASE\nFROM $BASE", args: {}, images: [] },
  { dockerfile: "ARG BASE\nFROM $BASE", args: { BASE: "a/b" }, images: ["a/b"] },
  { dockerfile: `FROM \${BASE:-fallback}`, args: {}, images: ["fallback"] },
  { dockerfile: `ARG V=3\nARG BASE=alpine:\${V}\nFROM \${BASE}`, args: {}, images: ["alpine:3"] },
  { dockerfile: `ARG V=3\nARG BASE=alpine:\${V}\nFROM \${BASE}`, args: { V: "4" }, images: ["alpine:4"] },
  { dockerfile: `ARG BASE=alpine:\${V}\nFROM \${BASE}`, args: {}, images: [] },
  { dockerfile: `ARG A=\nFROM a\${A-b}\${A:-c}\${A+d}\${A:+e}`, args: {}, images: ["acd"] },
  { dockerfile: `FROM a\${A-b}\${A:-c}\${A+d}\${A:+e}`, args: {}, images: ["abc"] },
  { dockerfile: `FROM a\${A-b}\${A:-c}\${A+d}\${A:+e}`, args: { A: "x" }, images: ["abc"] },
  { dockerfile: `ARG A\nFROM a\${A-b}\${A:-c}\${A+d}\${A:+e}`, args: { A: "x" }, images: ["axxde"] },
  { dockerfile: `ARG A=1.2\nFROM a:\${A%.*}\nFROM b\${A:-\${C}}\nFROM c$`, args: {}, images: [] },
  { dockerfile: "FROM --platform=linux/amd64 a AS x\nFROM scratch\nFROM X", args: {}, images: ["a"] },
  { dockerfile: "FROM a\nARG B=b\nFROM $B", args: {}, images: ["a"] },
  { dockerfile: "ARG A=\"a:1\" B='b'\nFROM $A\nFROM $B", args: {}, images: ["a:1", "b"] },
];
test.each(bases)("$dockerfile with $args is built on $images", ({ dockerfile, args, images }) => {
  expect(baseImages(parseDockerfile(dockerfile), args as Record<string, string>)).toEqual(images);
});

const missing = [
  { dockerfile: "ARG A\nARG B=1\nARG C", args: {}, names: ["A:1", "C:3"] },
  { dockerfile: "ARG A B=2 C", args: { C: "" }, names: ["A:1"] },
  { dockerfile: 'ARG A="b \\" c" D', args: {}, names: ["D:1"] },
  { dockerfile: 'ARG A="not closed B', args: {}, names: [] },
  { dockerfile: "ARG HTTP_PROXY\nARG TARGETARCH\nARG BUILDKIT_INLINE_CACHE", args: {}, names: [] },
];
test.each(missing)("$dockerfile with $args lacks $names", ({ dockerfile, args, names }) => {
  const found = missingArguments(parseDockerfile(dockerfile), args as Record<string, string>);
  expect(found.map(({ text: name, line }) => `${name}:${line}`)).toEqual(names);
});

const steps = [
  { step: "[base 2/2] RUN apk update &&     apk add nodejs", line: 7 },
  { step: "RUN apk update && apk add nodejs", line: 7 },
  { step: "[stage-1 2/4] COPY . /app", line: 12 },
  { step: "[internal] load build context", line: undefined },
];
test.each(steps)("$step stands at $line", ({ step, line }) => {
  expect(instructionOf(parseDockerfile(text), step)?.line).toBe(line);
});
