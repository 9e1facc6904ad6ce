import { reportedOf, specOf } from "../compile-text";

const stack = { "com.docker.stack.namespace": "st" };

test.each([
  ["{a: b, c: 5, d: true, e: }", { a: "b", c: "5", d: "true", e: "" }],
  ["[a=b, c, d=]", { a: "b", c: "", d: "" }],
  ["{com.docker.stack.namespace: mine}", {}],
])("labels: %s", (labels, expected) => {
  expect(specOf(`labels: ${labels}`).TaskTemplate.ContainerSpec.Labels).toEqual({ ...expected, ...stack });
  expect(specOf(`deploy: {labels: ${labels}}`).Labels).toEqual({
    ...expected,
    ...stack,
    "com.docker.stack.image": "a",
  });
});

test("a label file takes the labels of those before it, and what it names alone only from them", () => {
  const beside = { "one.labels": "a=1\nb=1\n", "two.labels": "a=2\nc=$a$b\nb\nd\n" };
  expect(specOf("label_file: [one.labels, two.labels]", "", { beside }).TaskTemplate.ContainerSpec.Labels).toEqual({
    a: "2",
    b: "1",
    c: "11",
    ...stack,
  });
});

test("label_file, under labels", () => {
  const beside = { "one.labels": "a=1\nb=1\n", "two.labels": "b=2\nc=2\n" };
  const body = "label_file: [one.labels, two.labels]\nlabels: {c: own}";
  expect(specOf(body, "", { beside }).TaskTemplate.ContainerSpec.Labels).toEqual({
    a: "1",
    b: "2",
    c: "own",
    ...stack,
  });
  expect(specOf("label_file: one.labels", "", { beside }).TaskTemplate.ContainerSpec.Labels).toEqual({
    a: "1",
    b: "1",
    ...stack,
  });
});

test.each([
  ["labels: x", "wrong-type 1:9"],
  ["labels: {a: {b: c}}", "wrong-type 1:13"],
  ["labels: [[a]]", "wrong-type 1:10"],
  ["label_file: no", "file-missing 1:13"],
])("%s is refused", (body, reported) => {
  expect(reportedOf(body)).toEqual([reported]);
});
