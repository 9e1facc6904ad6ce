import { Token } from "cdktf";

/** Whether Terraform alone knows the text, at apply: an expression, as a token of cdktf's or written out. */
export const isKnownAtApply = (text: string): boolean => Token.isUnresolved(text) || text.includes("${");
