import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../../../offline/stand-ins/alpine");
const debianNames = (...names: string[]) =>
  execFileSync("bash", [join(folder, "apk"), "names", ...names], {
    env: { ...process.env, APK_NAMES: join(folder, "names") },
  })
    .toString()
    .split("\n")
    .filter(Boolean);

test.each([
  { name: "the same name", alpine: ["nodejs"], debian: ["nodejs"] },
  { name: "another name", alpine: ["build-base"], debian: ["build-essential"] },
  { name: "two packages of Debian", alpine: ["openssh"], debian: ["openssh-client", "openssh-server"] },
  { name: "a Python package", alpine: ["py3-requests"], debian: ["python3-requests"] },
  { name: "a Python package in the table", alpine: ["py3-pip"], debian: ["python3-pip"] },
  { name: "what Debian has built in", alpine: ["libc6-compat", "curl"], debian: ["curl"] },
  {
    name: "a version that is asked for",
    alpine: ["nodejs=18.20-r0", "curl>8", "bash~5", "git@edge"],
    debian: ["nodejs", "curl", "bash", "git"],
  },
])("$name: $alpine → $debian", ({ alpine, debian }) => {
  expect(debianNames(...alpine)).toEqual(debian);
});

test("each name is in the table once, and says something", () => {
  const rows = readFileSync(join(folder, "names"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
  const names = rows.map(([alpine]) => alpine);
  expect(new Set(names).size).toBe(names.length);
  for (const [alpine, ...debian] of rows) expect(debian.join(" ")).not.toBe(alpine);
});
