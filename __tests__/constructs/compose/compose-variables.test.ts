import { projectOf, reportedOfProject } from "./compile-project-text";
import { compileText } from "./compile-text";

const text =
  "name: file\nservices: {a: {image: a}, b: {image: b, profiles: [x]}, c: {image: c, profiles: [y]}, d: {image: d, profiles: [z]}}\n";

const read = (given: Parameters<typeof projectOf>[1]) => {
  const { name, services } = projectOf(text, { name: undefined, ...given });
  return `${name}: ${Object.keys(services).join(" ")}`;
};

const inFile = { ".env": "COMPOSE_PROJECT_NAME=env\nCOMPOSE_PROFILES=x, y\n" };
const variables = { COMPOSE_PROJECT_NAME: "given", COMPOSE_PROFILES: "z" };

test.each([
  ["the file has its own", {}, "file: a"],
  [".env is heard before the file", { beside: inFile }, "env: a b c"],
  ["variables are heard before .env", { beside: inFile, variables }, "given: a d"],
  ["what the caller says is heard first", { beside: inFile, variables, name: "mine", profiles: ["y"] }, "mine: a c"],
  ["no profiles are said, too", { beside: inFile, profiles: [] }, "env: a"],
  ["all profiles", { variables: { COMPOSE_PROFILES: "*" } }, "file: a b c d"],
  ["empty ones say nothing", { variables: { COMPOSE_PROJECT_NAME: "", COMPOSE_PROFILES: "" } }, "file: a"],
  [
    "an env file that is named",
    { beside: { ...inFile, "o.env": "COMPOSE_PROFILES=z" }, envFiles: ["/p/o.env"] },
    "file: a d",
  ],
])("name and profiles of a project: %s", (_, given, expected) => {
  expect(read(given)).toBe(expected);
});

test("a name of the environment that none can have is told, and not at that of the file", () => {
  const given = { name: undefined, variables: { COMPOSE_PROJECT_NAME: "No Name" } };
  expect(reportedOfProject(text, given)).toEqual(["bad-project-name"]);
});

test("a stack hears neither, as `docker stack deploy` has it", () => {
  const { name, services } = compileText(text, { name: undefined, variables, beside: inFile });
  expect(name).toBe("file");
  expect(Object.keys(services)).toEqual(["a"]);
});
