import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { provider } from "../../../provider/docker";
import { notCarried } from "../../../provider/documentation/differences";
import { page } from "../../../provider/documentation/page";
import { folder, pages } from "../../../provider/documentation/pages";
import { listOf, number, string, stringList } from "../../../provider/schema";

const written = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : "");

test.each([...pages()])("%s is what the schema says; `npm run docs` writes it", (path, text) => {
  expect(written(path)).toBe(text);
});

const examples = readdirSync(join(folder, "examples")).filter((file) => file.endsWith(".tf"));

test.each(provider.resources.map(({ type }) => type))("the resource %s has an example", (type) => {
  expect(examples).toContain(`${type}.tf`);
  // One that is not carried has an example of what replaces it.
  const shown = type in notCarried ? "docker_image" : type;
  expect(written(`examples/${type}.tf`)).toContain(`resource "${shown}" "`);
});

test.each(provider.dataSources.map(({ type }) => type))("the data source %s has an example", (type) => {
  expect(examples).toContain(`data_${type}.tf`);
  expect(written(`examples/data_${type}.tf`)).toContain(`data "${type}" "`);
});

const { ephemeralResources = [], functions = [] } = provider;

test.each(ephemeralResources.map(({ type }) => type))("the ephemeral resource %s has an example", (type) => {
  expect(written(`examples/ephemeral_${type}.tf`)).toContain(`ephemeral "${type}" "`);
});

test.each(functions.map(({ name }) => name))("the function %s has an example", (name) => {
  expect(written(`examples/function_${name}.tf`)).toContain(`provider::docker::${name}(`);
});

test("an example is of a type, of a function, of the provider or of how an engine is chosen", () => {
  const types = [
    ...provider.resources.map(({ type }) => type),
    ...provider.dataSources.map(({ type }) => `data_${type}`),
    ...ephemeralResources.map(({ type }) => `ephemeral_${type}`),
    ...functions.map(({ name }) => `function_${name}`),
  ];
  expect(examples.filter((file) => ![...types, "provider", "engine"].includes(file.replace(/\.tf$/, "")))).toEqual([]);
});

test("the index has a line and a link for every type", () => {
  const index = pages().get("index.md");
  const links = [...pages().keys()].filter((path) => path !== "index.md").map((path) => `](${path})`);
  expect(links.filter((link) => !index?.includes(link))).toEqual([]);
});

test("no page is left of a type that is no more", () => {
  const there = ["resources", "data-sources", "ephemeral-resources", "functions"].flatMap((part) =>
    readdirSync(join(folder, part)).map((file) => `${part}/${file}`),
  );
  expect(there.filter((path) => !pages().has(path))).toEqual([]);
});

test("a page shows what is required first, types, defaults, what replaces, blocks indented, and what is computed apart", () => {
  const schema = {
    id: string({ computed: true, doc: "Id." }),
    words: stringList({ optional: true, forceNew: true, doc: "Words." }),
    size: number({ optional: true, default: 1, doc: "Size in MiB.", conflictsWith: ["words"], idleBeside: ["old"] }),
    name: string({ required: true, doc: "Name." }),
    old: string({ optional: true, computed: true, deprecated: "use `name`", doc: "Old." }),
    port: listOf({ number: number({ required: true, doc: "Number." }) }, { doc: "Port.", max: 1 }),
  } as const;
  expect(page({ title: "Resource docker_thing", doc: "A thing.", schema, example: "a = 1\n", importable: true })).toBe(
    [
      "# Resource docker_thing",
      "A thing.",
      "```terraform\na = 1\n```",
      "## Arguments",
      [
        "- `name` (string, required) Name.",
        "- `old` (string, chosen where unset) Old. **Deprecated:** use `name`.",
        "- `port` (block) Port.",
        "  - `number` (number, required) Number.",
        "- `size` (number, default `1`, not with `words`, no effect beside `old`) Size in MiB.",
        "- `words` (list of string, a change replaces) Words.",
      ].join("\n"),
      "## Attributes",
      "- `id` (string) Id.",
      "## Import",
      "```sh\nterraform import docker_thing.NAME ID\nterraform import docker_thing.NAME 'ENGINE|ID'\n```\n",
    ].join("\n\n"),
  );
});
