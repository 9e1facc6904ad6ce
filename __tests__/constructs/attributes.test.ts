import { type AttributeTypes, attributesOf, hclAttributesOf } from "../../constructs/attributes";

const types: AttributeTypes = {
  working_dir: "string",
  size: "number",
  args: ["list", "string"],
  env: ["map", "string"],
  limits: { block: "one", of: { max_size: "number" } },
  labels: { block: "set", of: { label: "string" } },
};

/** A class below writes these blocks, and knows nothing of `init` and `sub_path`. */
const known: AttributeTypes = {
  spec: { block: "one", known: true, of: { init: "bool" } },
  mounts: { block: "list", known: true, of: { options: { block: "one", known: true, of: { sub_path: "string" } } } },
};

describe("attributes", () => {
  test.each<[given: object, written: object]>([
    [{}, {}],
    [{ workingDir: "/" }, { working_dir: "/" }],
    [{ workingDir: undefined, size: 0 }, { size: 0 }],
    [
      { args: [], env: { someName: "1" } },
      { args: [], env: { someName: "1" } },
    ],
    [{ limits: { maxSize: 1 } }, { limits: { max_size: 1 } }],
    [{ limits: {} }, { limits: {} }],
    [{ labels: [{ label: "a" }, { label: "b" }] }, { labels: [{ label: "a" }, { label: "b" }] }],
    [{ other: 1 }, {}],
  ])("%j is written as %j", (given, written) => {
    expect(attributesOf(types, given)).toEqual(written);
  });

  test.each<[name: string, given: object, below: object, written: object]>([
    ["nothing is added", { spec: { image: "a" } }, { spec: { image: "a" } }, { spec: { image: "a" } }],
    ["beside what is there", { spec: { init: true } }, { spec: { image: "a" } }, { spec: { image: "a", init: true } }],
    ["alone in its block", { spec: { init: false } }, {}, { spec: { init: false } }],
    ["a block that nobody writes stays away", { spec: {} }, {}, {}],
    [
      "to the block of its place",
      { mounts: [{}, { options: { subPath: "s" } }] },
      { mounts: [{ target: "/a" }, { target: "/b", options: { no_copy: true } }] },
      { mounts: [{ target: "/a" }, { target: "/b", options: { no_copy: true, sub_path: "s" } }] },
    ],
    [
      "to no block that was taken away since",
      { mounts: [{ options: { subPath: "s" } }, { options: { subPath: "t" } }] },
      { mounts: [{ target: "/a" }] },
      { mounts: [{ target: "/a", options: { sub_path: "s" } }] },
    ],
    [
      "to no list that Terraform makes",
      { mounts: [{ options: { subPath: "s" } }] },
      { mounts: "token" },
      { mounts: "token" },
    ],
  ])("of a known block: %s", (_, given, below, written) => {
    expect(attributesOf(known, given, { ...below })).toEqual(written);
  });
});

describe("for HCL", () => {
  test("each value says what it is", () => {
    expect(hclAttributesOf(types, { size: 1, args: ["a"], env: { a: "b" }, limits: { maxSize: 1 } })).toEqual({
      size: { value: 1, isBlock: false, type: "simple", storageClassType: "number" },
      args: { value: ["a"], isBlock: false, type: "list", storageClassType: "stringList" },
      env: { value: { a: "b" }, isBlock: false, type: "map", storageClassType: "stringMap" },
      limits: {
        value: { max_size: { value: 1, isBlock: false, type: "simple", storageClassType: "number" } },
        isBlock: true,
        type: "list",
        storageClassType: "List",
      },
    });
  });

  test("what is added to a known block is inside it", () => {
    const below = {
      spec: { value: { image: { value: "a" } }, isBlock: true, type: "list", storageClassType: "SpecList" },
    };
    const init = { value: true, isBlock: false, type: "simple", storageClassType: "boolean" };
    expect(hclAttributesOf(known, { spec: { init: true } }, below)).toEqual({
      spec: { ...below.spec, value: { image: { value: "a" }, init } },
    });
  });
});
