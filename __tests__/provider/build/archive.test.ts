import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { zip } from "../../../provider/build/archive";

const files = [
  { name: "program", content: Buffer.from("#!/bin/sh\n".repeat(1000)), executable: true },
  { name: "library.js", content: Buffer.from("1") },
] as const;

test("what goes in comes out", () => {
  const found = unzipSync(zip(files));
  expect(Object.keys(found)).toEqual(["program", "library.js"]);
  expect(Buffer.from(found["program"]!)).toEqual(files[0].content);
});

test("modes are kept: a program may be run by all, a file may be read by all", () => {
  // Unix modes stand in the upper half of the external attributes, at 38 of each central record (APPNOTE 4.3.12).
  const archive = Buffer.from(zip(files));
  const modes = offsetsOf(archive, 0x02014b50).map((at) => archive.readUInt32LE(at + 38) >>> 16);
  expect(modes.map((mode) => mode.toString(8))).toEqual(["100755", "100644"]);
});

function offsetsOf(archive: Buffer, signature: number): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= archive.length; at++) if (archive.readUInt32LE(at) === signature) found.push(at);
  return found;
}

test.each(["UTC", "America/St_Johns", "Pacific/Kiritimati"])("the bytes are the same in %s", (TZ) => {
  const program = `
    const { zip } = require("./archive");
    const { createHash } = require("node:crypto");
    const files = [{ name: "program", content: Buffer.from("#!/bin/sh\\n".repeat(1000)), executable: true }, { name: "library.js", content: Buffer.from("1") }];
    process.stdout.write(createHash("sha256").update(zip(files)).digest("hex"));`;
  const cwd = join(__dirname, "../../../provider/build");
  const elsewhere = execFileSync(process.execPath, ["-r", "tsx/cjs", "-e", program], {
    cwd,
    env: { ...process.env, TZ },
  });
  expect(elsewhere.toString()).toBe(createHash("sha256").update(zip(files)).digest("hex"));
});
