import { compileText } from "../compile-text";

const file = (content: string) =>
  compileText(
    "services: {web: {image: a, secrets: [s], configs: [c]}}\nsecrets: {s: {file: f}}\nconfigs: {c: {file: f}}\n",
    { beside: { f: content }, rotate: true },
  );

test("secrets and configs are named after their content, in the services too", () => {
  const { secrets, configs, services } = file("one");
  const { Secrets, Configs } = services["web"]!.spec.TaskTemplate.ContainerSpec;
  expect(secrets["s"]!.name).toMatch(/^st_s-[0-9a-f]{10}$/);
  expect(configs["c"]!.name).toMatch(/^st_c-[0-9a-f]{10}$/);
  expect(Secrets).toMatchObject([{ SecretName: secrets["s"]!.name, File: { Name: "s" } }]);
  expect(Configs).toMatchObject([{ ConfigName: configs["c"]!.name, File: { Name: "c" } }]);
});

test("equal content has an equal name, other content another", () => {
  expect(file("one").secrets["s"]!.name).toBe(file("one").secrets["s"]!.name);
  expect(file("one").secrets["s"]!.name).not.toBe(file("two").secrets["s"]!.name);
  expect(file("one").configs["c"]!.name).not.toBe(file("two").configs["c"]!.name);
});

test("a secret's name is no plain hash of it", () => {
  const { secrets, configs } = file("one");
  expect(secrets["s"]!.name.split("-")[1]).not.toBe(configs["c"]!.name.split("-")[1]);
});

test("the stack's name is a variable, where the caller gives it", () => {
  const text = 'services: {web: {image: "a:${COMPOSE_PROJECT_NAME-none}"}}\n';
  const image = (given: object) => compileText(text, given).services["web"]!.spec.TaskTemplate.ContainerSpec.Image;
  expect(image({ name: "mine" })).toBe("a:mine");
  expect(image({ name: "mine", variables: { COMPOSE_PROJECT_NAME: "other" } })).toBe("a:other");
  expect(image({ name: undefined })).toBe("a:none");
});

test.each([
  ["the caller's", "mine", "name: file\n", "mine"],
  ["the file's", undefined, "name: file\n", "file"],
  ["the folder's", undefined, "", "p"],
])("the stack's name is %s", (_, name, top, expected) => {
  const stack = compileText(`${top}services: {web: {image: a}}\n`, { name });
  expect(stack.name).toBe(expected);
  expect(stack.services["web"]!.spec.Name).toBe(`${expected}_web`);
});
