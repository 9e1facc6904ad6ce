/* Records how Go reads durations, for the tests of `formats/duration.ts`: `npx tsx __tests__/formats/reference/main.ts` */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const texts = [
  ...["0", "+0", "0s", "10s", "1m30s", "1h30m", "1h", "1.5h", "1.5s", ".5s", "1.s", "+5s", "100ms", "5us", "5\u00b5s"],
  ...["5\u03bcs", "3ns", "1ns", "0.5ns", "1.9999999999s", "2160h", "2562047h", "2562048h", "9999999h", "999999999h"],
  ...[
    "2562047h47m16.854775807s",
    "-5s",
    "",
    "5",
    "10",
    "soon",
    "s",
    ".s",
    "+",
    "5 s",
    " 5s",
    "1m30",
    "1e3s",
    "5x",
    "1d",
    "1w",
  ],
  ...["1S", "1H", "1s1h", "1s1s"],
];

const told = execFileSync("go", ["run", join(__dirname, "duration.go")], {
  input: `${texts.join("\n")}\n`,
  encoding: "utf8",
}).split("\n");

// What is below zero is nowhere meant.
const rows = texts.map((text, i) => (told[i] && !told[i].startsWith("-") ? [text, Number(told[i])] : [text]));
writeFileSync(join(__dirname, "durations.json"), `${JSON.stringify(rows)}\n`);
