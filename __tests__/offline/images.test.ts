import { allStandIns, standInsFor } from "../../offline/images";

test("what several stages need is built once", () => {
  const names = standInsFor(["stage1", "stage2"]).map(({ name }) => name);
  expect(names.filter((name) => name === "alpine")).toHaveLength(1);
  expect(names).toEqual(expect.arrayContaining(["hello-world", "ubuntu"]));
});

test("a stage without images of its own needs none", () => {
  expect(standInsFor(["stage0"])).toEqual([]);
});

test("every stand-in says what it is made of, and from which files", () => {
  for (const standIn of allStandIns) {
    expect(standIn.madeOf).not.toBe("");
    expect(standIn.files.length).toBeGreaterThan(0);
  }
});
