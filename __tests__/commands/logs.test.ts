import { chooseSources, type LogSource } from "../../commands/logs";

const source = (name: string, short: string): LogSource => ({ name, short, read: async () => "" });
const all = [source("try-stage1-alpine-ls", "alpine-ls"), source("try-stage1-hello-world", "hello-world")];

test.each([
  { name: undefined, chosen: all },
  { name: "hello-world", chosen: [all[1]] },
  { name: "try-stage1-alpine-ls", chosen: [all[0]] },
])("by $name", ({ name, chosen }) => {
  expect(chooseSources(all, name, "stage1")).toEqual(chosen);
});

afterEach(() => {
  process.env["LC_ALL"] = "C";
});

test("in Spanish an unknown name is told in Spanish alone", () => {
  process.env["LC_ALL"] = "es_ES.UTF-8";
  expect(() => chooseSources(all, "nope", "stage1")).toThrow(
    "`nope` no existe (contenedor o servicio de stage1): hay alpine-ls, hello-world",
  );
});

test("an unknown name is told what there is", () => {
  expect(() => chooseSources(all, "nope", "stage1")).toThrow(
    "unknown container or service of stage1 `nope`: there are alpine-ls, hello-world",
  );
});
