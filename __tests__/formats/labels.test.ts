import { toLabelBlocks, toLabelRecord } from "../../formats/labels";

test("labels are blocks, sorted", () => {
  expect(toLabelBlocks({ b: "2", a: "1" })).toEqual([
    { label: "a", value: "1" },
    { label: "b", value: "2" },
  ]);
  expect(toLabelBlocks()).toEqual([]);
});

test("blocks are labels again", () => {
  expect(toLabelRecord(toLabelBlocks({ b: "2", a: "" }))).toEqual({ a: "", b: "2" });
});
