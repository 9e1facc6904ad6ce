import { loadFiles } from "./loading";

const text = "services: {a: {image: a}, b: {profiles: [x]}, c: {profiles: [x, y]}, d: {profiles: []}}\n";

test.each([
  [[], ["a", "d"]],
  [["x"], ["a", "b", "c", "d"]],
  [["y"], ["a", "c", "d"]],
  [["z"], ["a", "d"]],
  [["*"], ["a", "b", "c", "d"]],
])("profiles %j keep %j", (profiles, services) => {
  const { result } = loadFiles({ "compose.yml": text }, undefined, { profiles });
  expect(Object.keys((result as { services: object }).services)).toEqual(services);
});
