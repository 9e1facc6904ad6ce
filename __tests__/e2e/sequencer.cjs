const Sequencer = require("@jest/test-sequencer").default;

/** Files that take minutes, the longest first: with two workers, one that begins last would be waited for alone. */
const longest = [
  "drills/kill.test.ts",
  "commands/docker-hub.test.ts",
  "drills/kill-cdktf.test.ts",
  "commands/engine-elsewhere.test.ts",
  "swarm/drills.test.ts",
  "sameness/edits.test.ts",
  "commands/stages-together.test.ts",
  "swarm/managers.test.ts",
];

const rank = ({ path }) =>
  (longest.findIndex((each) => path.endsWith(`/e2e/${each}`)) + longest.length + 1) % (longest.length + 1);

/** Those first, in their order; the others as jest orders them. */
module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
