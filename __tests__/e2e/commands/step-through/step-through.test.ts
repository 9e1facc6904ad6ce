import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { recordTerminal } from "../terminal-recording";

const checkout = resolve(__dirname, "../../../..");
const program = [process.execPath, "-r", "tsx/cjs", join(__dirname, "main.ts")] as const;
const typing = (text: string, columns = 80) =>
  recordTerminal(checkout, program, { columns, type: { text, once: /Ctrl-C: leave$/ } });

test.each([80, 120])("on %i columns, Enter goes from step to step, each with what to look at", async (columns) => {
  const { code, drawn } = await typing("\r\r\r", columns);
  expect(code).toBe(0);
  expect(drawn).toMatch(/\nstage1\n\n\$ docker container run hello-world\nHello from Docker!\n\n▸ The engine pulled /);
  expect(drawn).toMatch(/\n1\/3 · Enter: next step · Ctrl-C: leave\n[\s\S]*\n2\/3 · [\s\S]*\n3\/3 · Enter: end · /);
  expect(drawn).toContain("\na stopped container, started again");
  const widest = Math.max(
    ...drawn
      .split("\n")
      .filter((line) => /^[▸ ] /.test(line))
      .map((line) => line.length),
  );
  expect(widest).toBeLessThanOrEqual(columns);
});

test("Ctrl-C leaves, behind the step that is shown", async () => {
  const { code, drawn } = await typing("\x03");
  expect([code, drawn]).toEqual([130, expect.not.stringContaining("alpine /bin/sh")]);
});

test("the end of the input leaves", async () => {
  const { code, drawn } = await typing("\x04");
  expect([code, drawn]).toEqual([0, expect.not.stringContaining("alpine /bin/sh")]);
});

test.each([
  { language: "C", says: "without a terminal there is no pause between the steps", looks: "▸ Nothing was printed" },
  { language: "es_ES.UTF-8", says: "sin terminal no hay pausa entre los pasos", looks: "▸ No se imprimió nada" },
])("without a terminal all of it is shown, and that is said in the user's language: $language", (expected) => {
  const env = { ...process.env, LC_ALL: expected.language };
  const { status, stdout, stderr } = spawnSync(program[0], program.slice(1), { cwd: checkout, env, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, expect.stringContaining(expected.says)]);
  expect(stdout).toContain(expected.looks);
  expect(stdout).not.toContain("Ctrl-C");
});
