// What is shown follows the user's language: the tests' is one, whoever runs them.
process.env.LC_ALL = "C";

const transform = {
  "^.+\\.tsx?$": [
    "@swc/jest",
    { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
  ],
};
const shared = {
  testEnvironment: "node",
  transform,
  roots: ["<rootDir>/__tests__"],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out", "<rootDir>/dist"],
};

/** What cdktf loads or does for what no unit test looks at. */
const moduleNameMapper = {
  "/stack-trace$": "<rootDir>/__tests__/jest/stack-trace.cjs",
  "^archiver$": "<rootDir>/__tests__/jest/archiver.cjs",
};

const endToEnd = (...names) => names.map((name) => `<rootDir>/__tests__/e2e/${name}.test.ts`);
const lives = endToEnd("stages/lives-by-lab", "stages/lives-by-cdktf");
const examples = "<rootDir>/__tests__/e2e/examples/";
const docs = "<rootDir>/__tests__/e2e/docs/";

/** What a run of all tests leaves to a part of its own, since it takes long. */
const sameness = endToEnd(
  "sameness/beside-the-client",
  "sameness/adoption",
  "sameness/edits",
  "sameness/projects/adoption",
  "sameness/projects/opentofu",
  "sameness/projects/real-tool",
);
const longDrills = endToEnd(
  "commands/docker-hub",
  "commands/engine-elsewhere",
  "commands/silent-engine",
  "drills/kill-cdktf",
  "swarm/drills",
  "voting-app/load",
);
/** Of these a run of all tests has fewer moments. */
const kills = endToEnd("drills/kill");

const integration = [
  "bin/docker-stages",
  "commands/exit-codes",
  "compiled/compiled",
  "constructs/compose/fuzz/fuzz",
  "constructs/compose/keys/no-crash",
  "constructs/uncaught",
  "documentation/pages",
  "foreign/growth",
  "provider/build/build-provider",
  "release/release",
].map((name) => `<rootDir>/__tests__/${name}.test.ts`);

/**
 * `unit` needs neither engine nor Terraform, nor does `integration`, which takes as long again: programs of this checkout
 * that are started, pages made from all sources, thousands of Compose files, texts of a growing length. `e2e` needs both
 * and fails without them. So do those that are no part of it: `stages`, which is run on each engine there is, where `e2e`
 * has the same by parts; `drills`; `docs`, the commands that README and guides have; `examples`, which need the packed
 * package; and `sameness`, which needs the Docker client, too, where `e2e` has its side from a recording.
 */
module.exports = {
  projects: [
    {
      ...shared,
      moduleNameMapper,
      globalSetup: "<rootDir>/__tests__/jest/temporary-folder.ts",
      setupFiles: ["<rootDir>/__tests__/jest/no-optimizer.cjs"],
      displayName: "unit",
      testMatch: ["**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "/__tests__/e2e/", ...integration],
    },
    {
      ...shared,
      displayName: "integration",
      globalSetup: "<rootDir>/__tests__/jest/temporary-folder.ts",
      setupFilesAfterEnv: ["<rootDir>/__tests__/e2e/patience.ts"],
      testMatch: integration,
    },
    {
      ...shared,
      displayName: "e2e",
      setupFilesAfterEnv: ["<rootDir>/__tests__/e2e/patience.ts"],
      testMatch: ["**/__tests__/e2e/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", ...lives, ...sameness, ...longDrills, examples, docs],
    },
    { ...shared, displayName: "stages", testMatch: lives },
    { ...shared, displayName: "drills", testMatch: [...kills, ...longDrills] },
    { ...shared, displayName: "examples", testMatch: [`${examples}*.test.ts`] },
    { ...shared, displayName: "docs", testMatch: [`${docs}*.test.ts`] },
    { ...shared, displayName: "sameness", testMatch: sameness },
  ],
};
