#!/usr/bin/env node
import { printable } from "../foreign/printable";
import { WrongUsage } from "./command";
import { answer } from "./docker-stages";

answer(process.argv.slice(2)).then(
  (text) => process.stdout.write(printable(text)),
  (error: Error) => {
    process.stderr.write(`docker-stages: ${printable(error.message)}\n`);
    process.exitCode = error instanceof WrongUsage ? 2 : 1;
  },
);
