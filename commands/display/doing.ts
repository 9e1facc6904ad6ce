import { printable } from "../../foreign/printable";
import { styled } from "../colour";
import type { Activity } from "./activity";
import { elapsed } from "./elapsed";
import { spinner } from "./spinner";

/** Something that ./lab itself does, by what it is: `looking at the machine`. @param began when, in milliseconds */
export const doing = (what: string, began: number): Activity => ({
  lines: (now, columns) => {
    const time = elapsed(now - began);
    const text = printable(what).slice(0, columns - time.length - 5);
    return [`${styled("yellow", spinner(now), process.stderr)} ${text}  ${styled("dim", time, process.stderr)}`];
  },
  brief: (now) => (now - began < 1000 ? what : `${what} (${elapsed(now - began)})`),
});
