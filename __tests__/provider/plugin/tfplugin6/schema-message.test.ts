import { schemaMessage } from "../../../../provider/plugin/tfplugin6/schema-message";
import { Schema } from "../../../../provider/plugin/tfplugin6/values";
import { bool, type Fields, listOf, number, objectList, setOf, string, stringMap } from "../../../../provider/schema";

/** As Terraform reads it. */
const told = (schema: Fields, version?: number) =>
  Schema.decode(Schema.encode(schemaMessage({ schema, doc: "A thing.", version })));
const attributeOf = (field: Fields[string]) => told({ value: field }).block?.attributes[0];

const doc = "Says what.";
const MARKDOWN = 1;
const none = { required: false, optional: false, computed: false, sensitive: false, deprecated: false };

const flags = [
  { name: "required", field: string({ required: true, doc }), says: { ...none, required: true } },
  { name: "optional", field: string({ optional: true, doc }), says: { ...none, optional: true } },
  { name: "computed", field: string({ computed: true, doc }), says: { ...none, computed: true } },
  {
    name: "optional and computed",
    field: string({ optional: true, computed: true, doc }),
    says: { ...none, optional: true, computed: true },
  },
  {
    name: "sensitive",
    field: string({ optional: true, sensitive: true, doc }),
    says: { ...none, optional: true, sensitive: true },
  },
  {
    name: "a default is optional and computed",
    field: number({ optional: true, default: 0, doc }),
    says: { ...none, optional: true, computed: true },
  },
  {
    name: "a default that is false is one too",
    field: bool({ default: false, doc }),
    says: { ...none, optional: true, computed: true },
  },
];
test.each(flags)("$name", ({ field, says }) => {
  expect(attributeOf(field)).toMatchObject({ ...says, description: doc, description_kind: MARKDOWN });
});

const types = [
  { field: string({ optional: true, doc }), json: '"string"' },
  { field: stringMap({ optional: true, doc }), json: '["map","string"]' },
  {
    field: objectList({ id: "string", ports: ["list", "string"] })({ computed: true, doc }),
    json: '["list",["object",{"id":"string","ports":["list","string"]}]]',
  },
];
test.each(types)("a type is sent as $json", ({ field, json }) => {
  expect(Buffer.from(attributeOf(field)?.type ?? []).toString()).toBe(json);
});

test("what is deprecated says what to use instead", () => {
  expect(attributeOf(string({ optional: true, doc, deprecated: "use `other`" }))).toMatchObject({
    deprecated: true,
    description: "Says what.\n\n**Deprecated**: use `other`",
  });
});

test("blocks carry their nesting, their bounds and what is in them", () => {
  const { block } = told({
    port: listOf({ port: number({ default: 80, doc }) }, { doc, min: 1, max: 3 }),
    mount: setOf(
      { deep: setOf({ name: string({ required: true, doc }) }, { doc, deprecated: "flat is better" }) },
      { doc },
    ),
  });
  const [mount, port] = block?.block_types ?? [];
  expect(port).toMatchObject({
    type_name: "port",
    nesting: 2,
    min_items: 1,
    max_items: 3,
    block: { description: doc, attributes: [{ name: "port", optional: true, computed: true }] },
  });
  expect(mount).toMatchObject({
    type_name: "mount",
    nesting: 3,
    min_items: 0,
    max_items: 0,
    block: {
      block_types: [{ type_name: "deep", block: { deprecated: true, attributes: [{ name: "name", required: true }] } }],
    },
  });
});

test("version and documentation of the type", () => {
  expect(told({}, 3)).toMatchObject({ version: 3, block: { description: "A thing.", description_kind: MARKDOWN } });
  expect(told({})).toMatchObject({ version: 0 });
});

test("fields come by name, whatever the order they are written in", () => {
  const field = string({ optional: true, doc });
  expect(told({ b: field, a: field }).block?.attributes.map(({ name }) => name)).toEqual(["a", "b"]);
});
