import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const checkout = join(__dirname, "../../..");
const tsx = join(checkout, "node_modules/tsx/dist/cjs/index.cjs");
const program = `require("./offline/build/apt").mirrorUrl().then(console.log)`;

test("processes that bring apt's lists up to date at once wait for each other", async () => {
  const runs = Array.from({ length: 3 }, () =>
    promisify(execFile)(process.execPath, ["-r", tsx, "-e", program], { cwd: checkout }),
  );
  const mirrors = (await Promise.all(runs)).map(({ stdout }) => stdout);
  expect(new Set(mirrors).size).toBe(1);
});
