import { box, svg } from "../../../documentation/pictures/svg";

test("text that others chose is text in the picture", () => {
  const drawing = { title: "<none> & more", description: "d", width: 300, height: 100 };
  const text = svg({ ...drawing, shapes: [box({ x: 0, y: 0, width: 200, kind: "image", title: '<none> "x"' })] });
  expect(text).toContain("&#60;none&#62; &#38; more");
  expect(text).toContain("&#60;none&#62; &#34;x&#34;");
});

test.each([
  { name: "too wide", width: 60, height: undefined },
  { name: "too high", width: 200, height: 10 },
])("a text that is $name for its box is an error", ({ width, height }) => {
  expect(() => box({ x: 0, y: 0, width, height, kind: "image", title: "a long title" })).toThrow(
    /^"a long title" does not fit/,
  );
});
