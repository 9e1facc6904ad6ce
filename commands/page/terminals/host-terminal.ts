import { checkout } from "../../checkout";
import type { TerminalSize } from "../protocol";
import type { Terminal, TerminalListener } from "./terminal";

interface Pty {
  onData(listen: (data: string) => void): void;
  onExit(listen: () => void): void;
  write(data: string): void;
  resize(columns: number, rows: number): void;
  kill(signal?: string): void;
}

interface PtyLibrary {
  spawn(program: string, args: string[], options: object): Pty;
}

/** This user's shell on this machine, in the checkout. */
export function openHostTerminal({ columns, rows }: TerminalSize, listener: TerminalListener): Terminal {
  const { spawn } = require("@cdktf/node-pty-prebuilt-multiarch") as PtyLibrary;
  const options = { name: "xterm-256color", cols: columns, rows, cwd: checkout, env: process.env };
  const pty = spawn(process.env["SHELL"] || "sh", [], options);
  const over = new Promise<void>((resolve) => {
    pty.onExit(() => {
      listener.ended();
      resolve();
    });
  });
  pty.onData((data) => listener.printed(Buffer.from(data)));
  return {
    write: (input) => pty.write(input.toString()),
    resize: (size) => pty.resize(size.columns, size.rows),
    async end() {
      // What a terminal's window sends to all that runs in it when it is closed.
      pty.kill("SIGHUP");
      await over;
    },
  };
}
