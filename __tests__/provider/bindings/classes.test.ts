import { additions } from "../../../provider/bindings/additions";
import type { CommunityField } from "../../../provider/bindings/community";
import type { Source } from "../../../provider/bindings/source";
import { subclass } from "../../../provider/bindings/subclass";
import { wholeClass } from "../../../provider/bindings/whole-class";
import { bool, listOf, number, objectList, setOf, string, stringSet } from "../../../provider/schema";

const schema = {
  id: string({ computed: true, doc: "Id." }),
  name: string({ required: true, doc: "Name." }),
  words: stringSet({ optional: true, doc: "Words, not /* these */." }),
  size: number({ optional: true, default: 1, deprecated: "use `words`", doc: "Size." }),
  port: listOf(
    { inner: number({ required: true, doc: "Inside." }), open: bool({ optional: true, doc: "Whether open." }) },
    { doc: "Port.", max: 1 },
  ),
  tags: setOf({ tag: string({ required: true, doc: "Tag." }) }, { doc: "Tags.", conflictsWith: ["words"] }),
  rows: objectList({ row: "string" })({ computed: true, doc: "Rows." }),
} as const;

const source: Source = { kind: "resource", type: "docker_thing", doc: "A thing.", schema, isImportable: true };
const field = (facts: Partial<CommunityField> = {}): CommunityField => ({
  isRequired: false,
  isSingle: false,
  conflicts: [],
  ...facts,
});
const known = new Map([
  ["id", field()],
  ["name", field({ isRequired: true })],
  ["size", field({ conflicts: ["tags"] })],
  ["tags", field({ conflicts: ["size", "words"] })],
  ["tags.tag", field({ isRequired: true })],
  ["port", field({ isSingle: true })],
  ["port.inner", field({ isRequired: true })],
]);

describe("a type of our own", () => {
  const text = wholeClass(source);
  test.each([
    "export class DockerThing extends cdktf.TerraformResource {",
    '  static readonly tfResourceType = "docker_thing";',
    "  static generateConfigForImport(",
    "  readonly name: string;",
    "  /** Words, not /* these *\\/. */\n  readonly words?: string[];",
    "  /** Size. @default 1 @deprecated use `words` */\n  readonly size?: number;",
    "export interface DockerThingPort {\n  /** Inside. */\n  readonly inner: number;",
    "  readonly open?: boolean | cdktf.IResolvable;",
    "  readonly port?: DockerThingPort;",
    "  readonly tags?: DockerThingTags[] | cdktf.IResolvable;",
    '  get words(): string[] { return cdktf.Fn.tolist(this.getListAttribute("words")); }',
    "  resetWords(): void { this.given.words = undefined; }",
    '  get port(): DockerThingPortOutputReference { return new DockerThingPortOutputReference(this, "port", false, 0); }',
    '  get tags(): DockerThingTagsList { return new DockerThingTagsList(this, "tags", true); }',
    "  putTags(value: DockerThingTags[] | cdktf.IResolvable): void { this.given.tags = value; }",
    '  get rows(): DockerThingRowsList { return new DockerThingRowsList(this, "rows", false); }',
    "export class DockerThingRowsOutputReference extends cdktf.ComplexObject {",
    '  port: { block: "one", of: {\n    inner: "number",\n    open: "bool",\n  } },',
  ])("has %s", (line) => {
    expect(text).toContain(line);
  });

  test("what is required is not reset, and what is computed alone not set", () => {
    expect(text).not.toContain("resetName");
    expect(text).not.toContain("set id(");
  });

  test("a data source is one, and is not imported", () => {
    const data = wholeClass({ ...source, kind: "data", isImportable: false });
    expect(data).toContain("export class DataDockerThing extends cdktf.TerraformDataSource {");
    expect(data).not.toContain("generateConfigForImport");
  });

  test("a type that TypeScript has no row for is told", () => {
    const odd = string({ optional: true, doc: "" });
    expect(() => wholeClass({ ...source, schema: { odd: { ...odd, type: ["list", "bool"] } } })).toThrow(
      'no TypeScript for the type ["list","bool"]: give it a row',
    );
  });
});

describe("a type of the community's", () => {
  const textOf = (...of: Parameters<typeof subclass>) => subclass(...of)[0]![1];
  const text = textOf(source, known);
  test.each([
    'import * as community from "@cdktf/provider-docker/lib/thing";',
    "export class DockerThing extends community.Thing {",
    "export interface DockerThingConfig extends community.ThingConfig {",
    "export interface DockerThingPort extends community.ThingPort {\n  /** Whether open. */\n  readonly open?: boolean | cdktf.IResolvable;\n}",
    "  override putPort(value: DockerThingPort): void { super.putPort(value); this.added.port = value; }",
    "  override resetPort(): void { super.resetPort(); this.added.port = undefined; }",
    "    this.added = { words: config.words, port: config.port };",
    '  port: { block: "one", known: true, of: {\n    open: "bool",\n  } },',
    "  get rows(): DockerThingRowsList",
    "export class DockerThingRowsList extends cdktf.ComplexList {",
  ])("has %s", (line) => {
    expect(text).toContain(line);
  });

  test("has its blocks in a file of their own where one file would be too long, and takes what it names from there", () => {
    const words = Array.from({ length: 60 }, (_, i) => [`word${i}`, string({ optional: true, doc: "A word." })]);
    const schema = { ...source.schema, ...Object.fromEntries(words) };
    const files = new Map(subclass({ ...source, schema }, known));
    expect([...files.keys()]).toEqual(["docker-thing.ts", "docker-thing-blocks.ts"]);
    const [itself, blocks] = files.values();
    expect(itself).toContain('import { type DockerThingConfig, type DockerThingPort } from "./docker-thing-blocks";');
    expect(itself).toContain('export type { DockerThingConfig } from "./docker-thing-blocks";');
    expect(itself).not.toContain("export interface DockerThingPort ");
    expect(blocks).toContain("export interface DockerThingPort extends community.ThingPort {");
  });

  test("needs no config where only what is inside a block is required", () => {
    const optional = new Map([...known, ["name", field()]]);
    expect(textOf(source, optional)).toContain("config: DockerThingConfig = {})");
    expect(text).toContain("config: DockerThingConfig)");
  });

  test("does not insist on what ours does not need", () => {
    const needed = new Map([...known, ["size", field({ isRequired: true })]]);
    const text = textOf(source, needed);
    expect(text).toContain('export interface DockerThingConfig extends Omit<community.ThingConfig, "size"> {');
    expect(text).toMatch(/readonly size\?: number;/);
    expect(text).toContain("super(scope, id, config as community.ThingConfig);");
  });

  test("has nothing again of what the community has", () => {
    expect(text).not.toMatch(/^\s+(get|set|reset|put|readonly|override) ?(name|size|tags)/im);
  });
});

test("a pair that ours refuses too, inside a block as well, is no difference", () => {
  const inner = { a: bool({ optional: true, conflictsWith: ["b"], doc: "" }), b: bool({ optional: true, doc: "" }) };
  const schema = { mode: listOf(inner, { doc: "" }), c: bool({ optional: true, doc: "" }) };
  const theirs = new Map([
    ["mode", field()],
    ["mode.a", field()],
    ["mode.b", field({ conflicts: ["mode.a", "c"] })],
    ["c", field()],
  ]);
  const text = additions([{ ...source, schema }], new Map([["docker_thing", theirs]]));
  expect(text).toContain('  "docker_thing": [\n    ["c", "mode.b"],\n  ],');
});

describe("facts", () => {
  const text = additions([source, { ...source, type: "docker_own" }], new Map([["docker_thing", known]]));
  test("types, arguments without what is computed, and pairs that only the community refuses", () => {
    expect(text).toContain('new Set([\n  "docker_own",\n])');
    expect(text).toContain('  "docker_thing": [\n    "words",\n    "port.open",\n  ],');
    expect(text).toContain('  "docker_thing": [\n    ["size", "tags"],\n  ],');
  });
});
