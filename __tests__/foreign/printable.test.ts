import fc from "fast-check";
import { linesOf } from "../../commands/display/stage-lines";
import { objectTable, plainTable } from "../../commands/status/table";
import { checkLine, complain, passOn, print, say, screen, styled } from "../../commands/terminal";
import { transcripts } from "../../commands/transcript";
import { ComposeError } from "../../constructs/compose/problems/compose-error";
import { EngineError } from "../../engine";
import { refusalError } from "../../engine/refusals";
import { printable, printableInColour } from "../../foreign/printable";
import { createLog } from "../../log";
import { diagnosticMessage } from "../../provider/plugin/tfplugin6/diagnostic-message";
import { tryCompileText } from "../constructs/compose/compile-text";

const rows = [
  { what: "a cursor that moves", text: "a\x1b[2Jb", shown: "a\\x1b[2Jb" },
  { what: "a clipboard that is set (OSC 52)", text: "\x1b]52;c;ZXZpbA==\x07", shown: "\\x1b]52;c;ZXZpbA==\\x07" },
  { what: "a link (OSC 8)", text: "\x1b]8;;http://x\x1b\\y", shown: "\\x1b]8;;http://x\\x1b\\y" },
  { what: "a sequence of one byte (C1)", text: "\x9b31m\x9d52;", shown: "\\x9b31m\\x9d52;" },
  { what: "a line that is written over", text: "bad\rgood", shown: "bad\\x0dgood" },
  { what: "a backspace, a bell, a delete and a zero", text: "\b\x07\x7f\0", shown: "\\x08\\x07\\x7f\\x00" },
  { what: "an order of reading that is turned", text: "a\u202eb\u2066c\u200fd", shown: "a\\u202eb\\u2066c\\u200fd" },
  { what: "half a character", text: "a\ud800b", shown: "a\\ud800b" },
  { what: "a colour", text: "\x1b[1;31mred\x1b[0m", shown: "red" },
  { what: "a colour inside another sequence", text: "\x1b\x1b[0m]52;x", shown: "\\x1b]52;x" },
  { what: "tabs and lines", text: "a\tb\nc\r\nd", shown: "a\tb\nc\nd" },
  {
    what: "letters of everywhere",
    text: "é ü 漢字 עברית e\u0301 👩‍👩‍👧 🏳️‍🌈 ├──",
    shown: "é ü 漢字 עברית e\u0301 👩‍👩‍👧 🏳️‍🌈 ├──",
  },
];

test.each(rows)("$what: $shown", ({ text, shown }) => {
  expect(printable(text)).toBe(shown);
});

/** What a terminal acts on. */
const steers = /(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}]/u;
const units = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x1b, 0x5b, 0x6d, 0x0d, 0x202e)));
const anyText = units.map((codes) => String.fromCharCode(...codes));

test("nothing that a terminal acts on is left of any text, and what was made so stays so", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(printable(text)).not.toMatch(steers);
      expect(printable(printable(text))).toBe(printable(text));
    }),
  );
});

test("of any text that keeps its colours, nothing else is left", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(printableInColour(text).replaceAll(/\p{Cc}\[[\d;:]*m/gu, "")).not.toMatch(steers);
    }),
  );
  expect(printableInColour("\x1b[31mred\x1b[0m \x1b[2J")).toBe("\x1b[31mred\x1b[0m \\x1b[2J");
});

const EVIL = "\x1b]52;c;ZXZpbA==\x07\x9b2J\u202e";
const SHOWN = "\\x1b]52;c;ZXZpbA==\\x07\\x9b2J\\u202e";

/** What goes to standard error, or to another stream, while it is done. */
function told(run: () => void, stream: NodeJS.WriteStream = process.stderr): string {
  const write = jest.spyOn(stream, "write").mockReturnValue(true);
  try {
    run();
    return write.mock.calls.map(([text]) => String(text)).join("");
  } finally {
    write.mockRestore();
  }
}

/** Every place where text of others' leaves for a terminal. */
const exits: readonly { readonly what: string; tell(text: string): string | undefined }[] = [
  { what: "the summary of a diagnostic", tell: (summary) => diagnosticMessage({ severity: "error", summary }).summary },
  {
    what: "the detail of a diagnostic",
    tell: (detail) => diagnosticMessage({ severity: "warning", summary: "s", detail }).detail,
  },
  {
    what: "a message of the provider's log",
    tell: (text) => {
      const lines: string[] = [];
      createLog("m", {}, (line) => lines.push(line)).error(text);
      return JSON.parse(lines[0]!)["@message"];
    },
  },
  {
    what: "a field of the provider's log",
    tell: (text) => {
      const lines: string[] = [];
      createLog("m", {}, (line) => lines.push(line)).error("m", { text });
      return JSON.parse(lines[0]!)["text"];
    },
  },
  {
    what: "a transcript of ./lab",
    tell: (text) => transcripts(["stage1"], new Map([["stage1", { step_01_a: { value: `$ a\n${text}` } }]])),
  },
  {
    what: "a table of ./lab",
    tell: (name) =>
      plainTable(objectTable([{ kind: "volume", name, of: name, state: "", created: new Date(), id: "", ports: "" }])),
  },
  {
    what: "what Terraform tells ./lab is wrong",
    tell: (text) => {
      const diagnostic = { severity: "error", summary: text, detail: text, address: text } as const;
      return linesOf({ "@message": "", type: "diagnostic", diagnostic }).join("\n");
    },
  },
  { what: "what ./lab says", tell: (text) => told(() => say(text)) },
  { what: "what ./lab complains of", tell: (text) => told(() => complain(text)) },
  { what: "what ./lab prints", tell: (text) => told(() => print(text), process.stdout) },
  { what: "a heading of ./lab", tell: (text) => styled("bold", text) },
  { what: "whatever is written where ./lab shows what goes on", tell: (text) => told(() => screen.write(text)) },
  { what: "what ./lab checks", tell: (text) => checkLine(true, text) },
  { what: "what ./lab passes on of Terraform's log", tell: (text) => told(() => passOn(text)) },
  {
    what: "an error of a Compose file",
    tell: (text) => {
      const compiled = tryCompileText(`services: {web: {image: a, labels: {a: [${JSON.stringify("x")}]}}} # ${text}`);
      return "errors" in compiled ? new ComposeError(compiled.errors).message : undefined;
    },
  },
];

test.each(exits)("$what shows what would steer the terminal, and does not pass it on", ({ tell }) => {
  const said = tell(EVIL);
  expect(said).toContain(SHOWN);
  expect(said).not.toMatch(steers);
});

test("carets stand below what they mark, also behind a character that is shown by its number", () => {
  const compiled = tryCompileText("services: {web: {image: a, \u202ehostnam: x}}");
  const text = "errors" in compiled ? new ComposeError(compiled.errors).message : "";
  const [line, carets] = text.split("\n").filter((shown) => shown.includes(" | "));
  const at = carets!.indexOf("^");
  expect(line!.slice(at, at + "\\u202ehostnam".length)).toBe("\\u202ehostnam");
});

test("an engine's page is cut in the error that shows it", () => {
  const page = `<html>${"x".repeat(50_000)}</html>`;
  const refusal = refusalError({
    status: 502,
    engineMessage: page,
    call: "GET /x",
    object: undefined,
    address: "unix:///x",
  });
  const other = new EngineError({ code: "malformed-response", what: "s", remedy: "r", engineMessage: page });
  for (const { engineMessage: words, message } of [refusal, other]) {
    expect(words).toMatch(/^<html>x+… \(50013 characters in all\)$/);
    expect(message.length).toBeLessThan(2200);
  }
});
