const { existsSync, readFileSync } = require("node:fs");
const { join, relative } = require("node:path");
const Sequencer = require("@jest/test-sequencer").default;

/** Seconds that each file took, by its path from here, as `./lab test e2e --record` writes them down. */
const file = join(__dirname, "durations.json");
const recorded = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};

/** Files that take minutes, the longest first, for as long as no duration was written down. */
const longest = [
  "drills/kill.test.ts",
  "drills/kill-cdktf.test.ts",
  "sameness/edits.test.ts",
  "commands/stages-together.test.ts",
  "commands/live.test.ts",
  "swarm/managers.test.ts",
];

/** Whatever is not known yet is taken for a minute: it begins among the first half, and is written down at last. */
const UNKNOWN = 60;

const known =
  Object.keys(recorded).length > 0 ? recorded : Object.fromEntries(longest.map((name, i) => [name, 1e6 - i]));
const secondsOf = ({ path }) => known[relative(__dirname, path)] ?? UNKNOWN;

/** The longest first, since one that begins last is waited for alone; equals as jest orders them. */
module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => secondsOf(b) - secondsOf(a));
  }
};
