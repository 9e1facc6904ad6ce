import { loadFiles } from "./loading";

const services = (result: unknown) => (result as { services: unknown }).services;

const rows: { name: string; files: Record<string, string>; services: unknown }[] = [
  {
    name: "a service of the same file",
    files: {
      "compose.yml": "services:\n  base: {image: a, environment: [A=1]}\n  web: {extends: base, environment: {B: 2}}\n",
    },
    services: { base: { image: "a", environment: ["A=1"] }, web: { image: "a", environment: { A: "1", B: 2 } } },
  },
  {
    name: "the long form",
    files: { "compose.yml": "services:\n  base: {image: a}\n  web: {extends: {service: base}, user: u}\n" },
    services: { base: { image: "a" }, web: { image: "a", user: "u" } },
  },
  {
    name: "a service of another file, which extends one of its own",
    files: {
      "compose.yml": "services:\n  web: {extends: {file: sub/common.yml, service: web}, ports: [81]}\n",
      "sub/common.yml": "services:\n  web: {extends: root, ports: [80]}\n  root: {image: a}\n",
    },
    services: { web: { image: "a", ports: [80, 81] } },
  },
  {
    name: "a chain whatever the order of the services",
    files: { "compose.yml": "services:\n  c: {extends: b}\n  b: {extends: a}\n  a: {image: a}\n" },
    services: { a: { image: "a" }, b: { image: "a" }, c: { image: "a" } },
  },
  {
    name: "!reset and !override of what is extended",
    files: {
      "compose.yml":
        "services:\n  a: {image: a, ports: [80], dns: [x]}\n  b: {extends: a, ports: !reset null, dns: !override [y]}\n",
    },
    services: { a: { image: "a", ports: [80], dns: ["x"] }, b: { image: "a", dns: ["y"] } },
  },
  {
    name: "a command and an entrypoint without a value, in place of what is extended",
    files: {
      "compose.yml":
        "services:\n  a: {image: a, command: [x], entrypoint: [y], user: u}\n  b: {extends: a, command: , entrypoint: null, user: null}\n",
    },
    services: {
      a: { image: "a", command: ["x"], entrypoint: ["y"], user: "u" },
      b: { image: "a", command: null, entrypoint: null, user: "u" },
    },
  },
  {
    name: "equal names in files of equal names",
    files: {
      "compose.yml": "services:\n  web: {extends: {file: sub/compose.yml, service: web}}\n",
      "sub/compose.yml": "services:\n  web: {image: a}\n",
    },
    services: { web: { image: "a" } },
  },
  {
    name: "variables in the other file",
    files: {
      "compose.yml": "services:\n  web: {extends: {file: other.yml, service: web}}\n",
      "other.yml": 'services:\n  web: {image: "${V}"}\n',
      ".env": "V=v\n",
    },
    services: { web: { image: "v" } },
  },
];
test.each(rows)("$name", ({ files, services: expected }) => {
  const { result, reported } = loadFiles(files);
  expect(reported).toEqual([]);
  expect(services(result)).toEqual(expected);
});

const broken: { name: string; files: Record<string, string>; reported: string[] }[] = [
  {
    name: "an unknown service",
    files: { "compose.yml": "services:\n  base: {image: a}\n  web: {extends: bsae}\n" },
    reported: ["extends-undefined compose.yml:3:18"],
  },
  {
    name: "an unknown file",
    files: { "compose.yml": "services:\n  web: {extends: {service: a, file: no.yml}}\n" },
    reported: ["file-missing compose.yml:2:37"],
  },
  {
    name: "an unknown service of a file",
    files: {
      "compose.yml": "services:\n  web: {extends: {service: a, file: o.yml}}\n",
      "o.yml": "services: {b: {image: a}}",
    },
    reported: ["extends-undefined compose.yml:2:28"],
  },
  {
    name: "itself",
    files: { "compose.yml": "services:\n  a: {extends: a}\n" },
    reported: ["extends-cycle compose.yml:2:16"],
  },
  {
    name: "a circle",
    files: { "compose.yml": "services:\n  a: {extends: b}\n  b: {extends: c}\n  c: {extends: a}\n" },
    reported: ["extends-cycle compose.yml:4:16"],
  },
  {
    name: "a circle through another file",
    files: {
      "compose.yml": "services:\n  a: {extends: {file: o.yml, service: a}}\n",
      "o.yml": "services:\n  a: {extends: {file: compose.yml, service: a}}\n",
    },
    reported: ["extends-cycle o.yml:2:45"],
  },
  {
    name: "no service",
    files: { "compose.yml": "services:\n  a: {extends: {file: o.yml}}\n" },
    reported: ["missing-key compose.yml:2:16"],
  },
  {
    name: "a list",
    files: { "compose.yml": "services:\n  a: {extends: [b]}\n" },
    reported: ["wrong-type compose.yml:2:16"],
  },
  {
    name: "a number as service",
    files: { "compose.yml": "services:\n  a: {extends: {service: 5}}\n" },
    reported: ["wrong-type compose.yml:2:26"],
  },
  {
    name: "an unknown key",
    files: { "compose.yml": "services:\n  b: {image: a}\n  a: {extends: {service: b, fiel: c}}\n" },
    reported: ["unknown-key compose.yml:3:29"],
  },
];
test.each(broken)("broken: $name", ({ files, reported }) => {
  expect(loadFiles(files).reported).toEqual(reported);
});

test("a chain without end is an error, not an overflow", () => {
  const chain = Array.from({ length: 5000 }, (_, i) => `  s${i}: {extends: s${i + 1}}`);
  expect(loadFiles({ "compose.yml": `services:\n${chain.join("\n")}\n  s5000: {image: a}\n` }).reported[0]).toMatch(
    /^too-deep compose\.yml:\d+:\d+$/,
  );
});
