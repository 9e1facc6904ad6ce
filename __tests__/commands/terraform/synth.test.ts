import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { interruptible } from "../../../commands/interruption";
import { appEnvironment, synthBeside } from "../../../commands/terraform/synth";
import { processStart } from "../../../temporary";

let running: string;
jest.mock("../../../commands/prefix", () => ({ project: () => ({ app: running }) }));

const app = "node main.ts";

test("the app has the context of cdktf.json, and none of Terraform's variables", () => {
  const own = { PATH: "/bin", TF_VAR_vote_replicas: "5", TF_LOG: "debug" };
  expect(appEnvironment({ app, context: { prefix: "try-" } }, own)).toEqual({
    PATH: "/bin",
    TF_LOG: "debug",
    CDKTF_OUTDIR: "cdktf.out",
    CDKTF_CONTEXT_JSON: '{"prefix":"try-"}',
  });
});

test("without a context there, the one of the environment stays", () => {
  const own = { CDKTF_CONTEXT_JSON: '{"prefix":"env-"}' };
  expect(appEnvironment({ app }, own)).toMatchObject(own);
});

test("an interruption while the machine is looked at ends the app, and what its shell started, before ./lab", async () => {
  const folder = mkdtempSync(join(tmpdir(), "t-synth-"));
  const file = join(folder, "pid");
  running = `sleep 60 & echo $! >${file}; wait`;
  const said = jest.spyOn(process.stderr, "write").mockImplementation(() => true);
  const lives = () => processStart(Number(readFileSync(file, "utf8"))) !== undefined;
  const look = async () => {
    while (!existsSync(file) || readFileSync(file, "utf8") === "") await pause(5);
    process.emit("SIGTERM");
    return new Promise<never>(() => {});
  };
  const end = new Promise((resolve) => {
    jest.spyOn(process, "exit").mockImplementation((code) => {
      resolve({ code, lives: lives() });
      return undefined as never;
    });
  });
  void interruptible("try again", () => synthBeside(look)).catch(() => {});
  expect(await end).toEqual({ code: 130, lives: false });
  expect(said).toHaveBeenCalledWith(expect.stringContaining("interrupted: try again"));
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
