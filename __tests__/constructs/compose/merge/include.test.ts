import { loadFiles } from "./loading";

const rows: { name: string; files: Record<string, string>; result: unknown }[] = [
  {
    name: "a path",
    files: {
      "compose.yml": "include: [other.yml]\nservices: {a: {image: a}}\n",
      "other.yml": "services: {b: {image: b}}\nnetworks: {n: }\n",
    },
    result: { services: { a: { image: "a" }, b: { image: "b" } }, networks: { n: null } },
  },
  {
    name: "files that include files",
    files: {
      "compose.yml": "include: [s/one.yml]\n",
      "s/one.yml": "include: [two.yml]\nservices: {a: }\n",
      "s/two.yml": "services: {b: }\n",
    },
    result: { services: { a: null, b: null } },
  },
  {
    name: "several paths as one project",
    files: {
      "compose.yml": "include: [{path: [one.yml, two.yml]}]\n",
      "one.yml": "services: {a: {image: x, dns: [x]}}\n",
      "two.yml": "services: {a: {image: y}}\n",
    },
    result: { services: { a: { image: "y", dns: ["x"] } } },
  },
  {
    name: "an .env file of the included folder, under the parent's",
    files: {
      "compose.yml": "include: [s/one.yml]\n",
      ".env": "A=outer\n",
      "s/.env": "A=inner\nB=inner\n",
      "s/one.yml": 'services: {a: {image: "$A-$B"}}\n',
    },
    result: { services: { a: { image: "outer-inner" } } },
  },
  {
    name: "an env_file of its own",
    files: {
      "compose.yml": "include: [{path: s/one.yml, env_file: my.env}]\n",
      "my.env": "B=mine\n",
      "s/.env": "B=inner\n",
      "s/one.yml": 'services: {a: {image: "$B"}}\n',
    },
    result: { services: { a: { image: "mine" } } },
  },
  {
    name: "a name that both declare alike",
    files: {
      "compose.yml": "include: [o.yml]\nnetworks: {n: {driver: overlay}}\n",
      "o.yml": "networks: {n: {driver: overlay}}\n",
    },
    result: { networks: { n: { driver: "overlay" } } },
  },
  { name: "nothing", files: { "compose.yml": "include:\nservices: {a: }\n" }, result: { services: { a: null } } },
];
test.each(rows)("$name", ({ files, result }) => {
  const { result: loaded, reported } = loadFiles(files);
  expect(reported).toEqual([]);
  expect({ ...loaded, include: undefined }).toEqual({ ...(result as object), include: undefined });
});

const broken: { name: string; files: Record<string, string>; reported: string[] }[] = [
  {
    name: "no such file",
    files: { "compose.yml": "include:\n  - no.yml\n" },
    reported: ["file-missing compose.yml:2:5"],
  },
  {
    name: "itself",
    files: { "compose.yml": "include: [compose.yml]\nservices: {a: }\n" },
    reported: ["include-cycle compose.yml:1:11"],
  },
  {
    name: "a circle",
    files: {
      "compose.yml": "include: [a.yml]\n",
      "a.yml": "include: [b.yml]\n",
      "b.yml": "include:\n  - path: compose.yml\n",
    },
    reported: ["include-cycle b.yml:2:11"],
  },
  {
    name: "a conflict",
    files: { "compose.yml": "include: [o.yml]\nservices: {a: {image: a}}\n", "o.yml": "services: {a: {image: b}}\n" },
    reported: ["include-conflict compose.yml:2:12"],
  },
  {
    name: "no such env_file",
    files: { "compose.yml": "include: [{path: o.yml, env_file: no.env}]\n", "o.yml": "services: {a: }" },
    reported: ["file-missing compose.yml:1:35"],
  },
  {
    name: "no path",
    files: { "compose.yml": "include: [{env_file: a}]\n" },
    reported: ["missing-key compose.yml:1:11"],
  },
  { name: "a text", files: { "compose.yml": "include: o.yml\n" }, reported: ["wrong-type compose.yml:1:10"] },
  { name: "a number", files: { "compose.yml": "include: [5]\n" }, reported: ["wrong-type compose.yml:1:11"] },
  {
    name: "an unknown key",
    files: { "compose.yml": "include: [{path: o.yml, envfile: a}]\n", "o.yml": "services: {a: }" },
    reported: ["unknown-key compose.yml:1:25"],
  },
  {
    name: "a broken file",
    files: { "compose.yml": "include: [o.yml]\n", "o.yml": "a: [\n" },
    reported: ["yaml-syntax o.yml:2:1"],
  },
];
test.each(broken)("broken: $name", ({ files, reported }) => {
  expect(loadFiles(files).reported).toEqual(reported);
});
