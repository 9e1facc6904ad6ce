import { withFindings } from "../../commands/setup/lab-file";
import { stepsOf } from "../../constructs/lab-stage/step";
import { own } from "../../foreign/own";
import { readDuration } from "../../formats/duration";
import { toLabelRecord } from "../../formats/labels";
import { baseImages, missingArguments, parseDockerfile } from "../../provider/buildkit";
import { isForPlatform } from "../../provider/resources/image/platform";
import { stringMap } from "../../provider/schema";
import { decodeMsgpack, decodeState, encodeMsgpack } from "../../provider/schema/codec";
import { equal } from "../../provider/schema/equal";
import { project } from "../../provider/schema/plan/project";
import { credentialsIn, parseConfigFile } from "../../registry";
import { parseChallenge } from "../../registry/challenge";
import { compileText, reported, tryCompileText } from "../constructs/compose/compile-text";
import { prototypeNames } from "./prototype-names";

/** A record with one entry, whatever it is called. */
const entry = <T>(name: string, value: T): Record<string, T> => Object.fromEntries([[name, value]]);

const map = { labels: stringMap({ optional: true, doc: "Labels." }) };
const added = { options: stringMap({ optional: true, adds: true, doc: "Options." }) };
const service = (more: object = {}) => ({ image: "a", ...more });
const yaml = (value: unknown) => JSON.stringify(value);
/** The environment of a service that says this of itself. */
const environmentOf = (more: object, beside?: Record<string, string>) =>
  compileText(yaml({ services: { web: service(more) } }), { beside }).services["web"]!.spec.TaskTemplate.ContainerSpec
    .Env;

interface Row {
  readonly what: string;
  read(name: string): unknown;
  /** What comes of it, as it would of any other name. */
  made(name: string): unknown;
}

/** Every reader of names that somebody else chose. */
const readers: readonly Row[] = [
  { what: "a record without the name", read: (name) => own({}, name), made: () => undefined },
  { what: "a record with the name", read: (name) => own(entry(name, 1), name), made: () => 1 },
  {
    what: "a variable in an environment",
    read: (name) => environmentOf({ environment: entry(name, "x") }),
    made: (name) => [`${name}=x`],
  },
  {
    what: "a variable without a value",
    read: (name) => environmentOf({ environment: [name] }),
    made: (name) => [name],
  },
  {
    what: "a variable of an env file",
    read: (name) => environmentOf({ env_file: "v.env" }, { "v.env": `${name}=x\nB=$${name}` }),
    made: (name) => ["B=x", `${name}=x`].sort(),
  },
  {
    what: "a variable that is not set",
    read: (name) => environmentOf({ environment: { A: `\${${name}-unset}` } }),
    made: () => ["A=unset"],
  },
  {
    what: "a label",
    read: (name) =>
      Object.entries(
        compileText(yaml({ services: { web: service({ deploy: { labels: entry(name, "x") } }) } })).services["web"]!
          .spec.Labels,
      ).filter(([label]) => label === name),
    made: (name) => [[name, "x"]],
  },
  {
    what: "a network, and its driver's options",
    read: (name) => {
      const { networks } = compileText(
        yaml({
          services: { web: service({ networks: [name] }) },
          networks: entry(name, { driver_opts: entry(name, "x") }),
        }),
      );
      return Object.entries(networks).map(([key, { options }]) => [key, Object.entries(options!)]);
    },
    made: (name) => [[name, [[name, "x"]]]],
  },
  {
    what: "a network that is not declared",
    read: (name) => reported(yaml({ services: { web: service({ networks: [name] }) } }))[0]?.split(" ")[0],
    made: () => "undefined-network",
  },
  {
    what: "a volume that is not declared",
    read: (name) => reported(yaml({ services: { web: service({ volumes: [`${name}:/x`] }) } }))[0]?.split(" ")[0],
    made: () => "undefined-volume",
  },
  {
    what: "a service that is not there to wait for",
    read: (name) => reported(yaml({ services: { web: service({ depends_on: [name] }) } }))[0]?.split(" ")[0],
    made: () => "undefined-service",
  },
  {
    what: "a service that is not there to extend",
    read: (name) => reported(yaml({ services: { web: { extends: name } } }))[0]?.split(" ")[0],
    made: () => "extends-undefined",
  },
  {
    what: "a key that no file has",
    read: (name) => reported(yaml({ services: { web: service() }, [name]: {} }))[0]?.split(" ")[0],
    made: () => "unknown-key",
  },
  {
    what: "a key of a user's own",
    read: (name) => "stack" in tryCompileText(yaml({ services: { web: service() }, [`x-${name}`]: {} })),
    made: () => true,
  },
  {
    what: "a plain word in YAML",
    read: (name) =>
      compileText(`services: {web: {image: a, command: [${name}]}}`).services["web"]!.spec.TaskTemplate.ContainerSpec
        .Args,
    made: (name) => [name],
  },
  {
    what: "a platform",
    read: (name) =>
      compileText(yaml({ services: { web: service({ platform: `linux/${name}` }) } })).services["web"]!.spec
        .TaskTemplate.Placement.Platforms,
    made: (name) => [{ OS: "linux", Architecture: name.toLowerCase() }],
  },
  {
    what: "an argument of a Dockerfile that is not given",
    read: (name) => missingArguments(parseDockerfile(`ARG ${name}\nFROM a`), {}).map(({ text }) => text),
    made: (name) => [name],
  },
  {
    what: "an argument of a Dockerfile that is given",
    read: (name) => baseImages(parseDockerfile(`ARG ${name}=b\nFROM \${${name}}`), entry(name, "c")),
    made: () => ["c"],
  },
  {
    what: "a base image by an argument that nobody gives",
    read: (name) => baseImages(parseDockerfile(`FROM $${name}`), {}),
    made: () => [],
  },
  {
    what: "an entry of a map from Terraform",
    read: (name) => Object.entries(decodeMsgpack(map, encodeMsgpack(map, { labels: entry(name, "x") }))!["labels"]!),
    made: (name) => [[name, "x"]],
  },
  {
    what: "an entry of a map in a state",
    read: (name) => Object.entries(decodeState(map, JSON.parse(`{"labels":{"${name}":"x"}}`))["labels"]!),
    made: (name) => [[name, "x"]],
  },
  {
    what: "two maps of which one has the name",
    read: (name) => equal(["map", "string"], entry(name, "x"), { a: "x" }),
    made: () => false,
  },
  {
    what: "entries that nobody asked for",
    read: (name) => project(added, { options: { other: "y" } }, { options: entry(name, "x") })["options"],
    made: () => ({}),
  },
  {
    what: "labels as blocks",
    read: (name) => Object.entries(toLabelRecord([{ label: name, value: "x" }])),
    made: (name) => [[name, "x"]],
  },
  { what: "a duration", read: (name) => readDuration(`5${name}`), made: () => undefined },
  {
    what: "an image's architecture",
    read: (name) => isForPlatform({ Os: "linux", Architecture: name.toLowerCase() }, `linux/${name}`),
    made: () => true,
  },
  {
    what: "a registry in Docker's configuration file",
    read: (name) =>
      credentialsIn(parseConfigFile(`{"auths":{"${name}":{"username":"u","password":"p"}}}`, "f"), name, {}),
    made: () => ({ username: "u", password: "p" }),
  },
  {
    what: "a registry that Docker's configuration file does not name",
    read: (name) => credentialsIn(parseConfigFile('{"auths":{},"credHelpers":{}}', "f"), name, {}),
    made: () => undefined,
  },
  {
    what: "a parameter of a registry's challenge",
    read: (name) => Object.entries(parseChallenge(`Bearer ${name}="x"`)!.parameters),
    made: (name) => [[name.toLowerCase(), "x"]],
  },
  {
    what: "a key of lab.json",
    read: (name) => withFindings(`{"${name}":{"a":1}}`, {}),
    made: (name) => `{\n  "${name}": {\n    "a": 1\n  }\n}\n`,
  },
  {
    what: "an output of a stage",
    read: (name) => stepsOf(JSON.parse(`{"${name}":"x","step_01_a":"$ a\\nb"}`)),
    made: () => [{ key: "a", head: "a", isCommand: true, output: "b" }],
  },
];

describe.each(readers)("$what", ({ read, made }) => {
  test.each(prototypeNames)("called %s", async (name) => {
    expect(await read(name)).toEqual(made(name));
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
