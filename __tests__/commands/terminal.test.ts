import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { printJson } from "../../commands/terminal";

test("JSON that is printed steers no terminal, and is read as what it was", () => {
  const write = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  const value = { name: "a\x1b[2J\x7f\x9b2J\u202e\u2028\ud800 \\x9b é" };
  printJson(value);
  const text = write.mock.calls.map(([written]) => String(written)).join("");
  write.mockRestore();
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028]/u);
  expect(JSON.parse(text)).toEqual(value);
});

/** What writes past the screen, and why it may. */
const others: Readonly<Record<string, string>> = {
  "commands/setup/pty.ts": "has a library print nothing",
  "commands/test/machines/guest/serve-mirror.ts": "is a program of its own, in a machine",
};

test("nothing of ./lab writes to the terminal but its screen, which lets nothing of others' through", () => {
  const sources = readdirSync("commands", { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const found = sources
    .map((name) => join("commands", name))
    .filter((file) =>
      /(?<!")\bconsole\.(?:log|error|warn|info)\b|\bstd(?:out|err)\.write\(/.test(readFileSync(file, "utf8")),
    );
  expect(found.sort()).toEqual(Object.keys(others));
});
