import type { Style } from "../colour";
import type { Action } from "./event";

/** Terraform's sign for an action, and its colour; those that have none change nothing. */
export const signs: { readonly [Each in Action]?: { readonly sign: string; readonly style: Style } } = {
  create: { sign: "+", style: "green" },
  update: { sign: "~", style: "yellow" },
  delete: { sign: "-", style: "red" },
  replace: { sign: "-/+", style: "yellow" },
};
