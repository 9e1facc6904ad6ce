import { execFileSync } from "node:child_process";
import { SessionId, tellSession } from "../../../../commands/page/terminals/session-id";

const taken = (...pieces: string[]) => {
  const session = new SessionId();
  const rest = pieces.map((piece) => session.takeFrom(Buffer.from(piece)).toString()).join("");
  return { id: session.id, rest };
};

test.each(["sh", "bash", "dash"])("%s tells its own id", (shell) => {
  const printed = execFileSync(shell, ["-c", `${tellSession}; printf "%s" "$$"`]).toString();
  const { id, rest } = taken(printed);
  expect(rest).toBe(id);
  expect(Number(id)).toBeGreaterThan(0);
});

test("what the shell tells of itself is not shown, in however many pieces it comes", () => {
  const printed = "\x1b]17;\x07/ # ";
  for (let cut = 0; cut <= printed.length; cut += 1)
    expect(taken(printed.slice(0, cut), printed.slice(cut))).toEqual({ id: "17", rest: "/ # " });
});

test.each([
  "sh: printf: not found\r\n",
  "OCI runtime exec failed: exec failed: no such file or directory\r\n",
  "\x1b]0;title\x07$ ",
])("%j is shown as it is", (printed) => {
  const { id, rest } = taken(printed, "more than thirty-two characters follow it");
  expect(id).toBeUndefined();
  expect(rest).toBe(`${printed}more than thirty-two characters follow it`);
});

test("what was typed ahead, and is echoed before it, is shown", () => {
  const printed = "sleep 1 & echo ñ\r\n\x1b]17;\x07/ # ";
  for (let cut = 0; cut <= printed.length; cut += 1) {
    const [one, other] = [printed.slice(0, cut), printed.slice(cut)];
    expect(taken(one, other)).toEqual({ id: "17", rest: "sleep 1 & echo ñ\r\n/ # " });
  }
});

test("what comes later is not looked into", () => {
  expect(taken("\x1b]17;\x07", "\x1b]18;\x07")).toEqual({ id: "17", rest: "\x1b]18;\x07" });
});
