import { type App, TerraformStack } from "cdktf";
import { BuildContextError } from "../../../build-context";
import { ComposeError } from "../../../constructs/compose/problems/compose-error";
import { ConstructError } from "../../../constructs/construct-error";
import { labApp } from "../../../constructs/lab-stage/lab-app";
import { scratchFolder } from "../scratch";

const folder = scratchFolder();
let said: string[];

beforeEach(() => {
  process.env["CDKTF_OUTDIR"] = folder;
  jest.spyOn(process, "cwd").mockReturnValue(folder);
  said = [];
  jest.spyOn(console, "error").mockImplementation((line) => said.push(String(line)));
});

afterEach(() => {
  delete process.env["CDKTF_OUTDIR"];
  process.exitCode = 0;
  jest.restoreAllMocks();
});

test("what was declared is synthesized", () => {
  labApp((app) => new TerraformStack(app, "declared"));
  expect(require(`${folder}/manifest.json`)).toMatchObject({ stacks: { declared: { name: "declared" } } });
  expect(process.exitCode).not.toBe(1);
});

test.each([
  {
    name: "what a construct refuses",
    declare: () => {
      throw new ConstructError({ code: "no", what: "not like this" });
    },
  },
  {
    name: "a Compose file that cannot be read",
    declare: () => {
      throw new ComposeError([{ code: "file-missing", severity: "error", what: "not like this" }]);
    },
  },
  {
    name: "a build context that is not there",
    declare: () => {
      throw new BuildContextError("context-absent", "not like this");
    },
  },
  {
    name: "what a validation finds",
    declare: (app: App) => app.node.addValidation({ validate: () => ["not like this"] }),
  },
])("$name is told in its own words, and fails the process", ({ declare }) => {
  labApp(declare);
  expect(said.join("\n")).toContain("not like this");
  expect(said.join("\n")).not.toContain("    at ");
  expect(process.exitCode).toBe(1);
});

test("a defect stays one", () => {
  expect(() =>
    labApp(() => {
      throw new TypeError("a defect");
    }),
  ).toThrow(TypeError);
});
