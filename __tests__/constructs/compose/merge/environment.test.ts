import { type Given, loadFiles } from "./loading";

const compose = 'services: {a: {image: "$A"}}\n';

const rows: { name: string; files: Record<string, string>; given?: Given; image: string; reported?: string[] }[] = [
  { name: "an .env file beside it", files: { ".env": "A=file\n" }, image: "file" },
  {
    name: "the caller's variables win",
    files: { ".env": "A=file\n" },
    given: { variables: { A: "call" } },
    image: "call",
  },
  {
    name: "env files by name, the later one winning",
    files: { ".env": "A=0\n", "1.env": "A=1\n", "2.env": "A=2$A\n" },
    given: { envFiles: ["1.env", "2.env"] },
    image: "21",
  },
  {
    name: "none at all",
    files: { ".env": "A=file\n" },
    given: { envFiles: [] },
    image: "",
    reported: ["variable-unset compose.yml:1:24"],
  },
  {
    name: "an env file that is not there",
    files: {},
    given: { variables: { A: "x" }, envFiles: ["no.env"] },
    image: "x",
    reported: ["file-missing"],
  },
  {
    name: "a folder of the caller's choice",
    files: { "sub/.env": "A=sub\n" },
    given: { directory: "/p/sub" },
    image: "sub",
  },
];
test.each(rows)("$name", ({ files, given, image, reported }) => {
  const loaded = loadFiles({ "compose.yml": compose, ...files }, undefined, given);
  expect(loaded).toEqual({ result: { services: { a: { image } } }, reported: reported ?? [] });
});

test("the environment of the process is not read", () => {
  process.env["A"] = "process";
  try {
    expect(loadFiles({ "compose.yml": compose }).result).toEqual({ services: { a: { image: "" } } });
  } finally {
    delete process.env["A"];
  }
});
