import { Fn } from "cdktf";
import { splitTokens } from "./tokens";

/** What a secret or config holds, for Terraform: base64, computed by Terraform where the content has tokens. */
export const data = (content: Uint8Array | string): string =>
  typeof content === "string" ? Fn.base64encode(expression(content)) : Buffer.from(content).toString("base64");

/** The object's name. A content with tokens is known to Terraform alone, which then makes the hash that ends it. */
export function objectName(name: string, scoped: string, content: Uint8Array | string | undefined): string {
  if (typeof content !== "string" || name === scoped || !name.startsWith(scoped)) return name;
  return `${scoped}-${Fn.substr(Fn.sha256(expression(content)), 0, 10)}`;
}

/**
 * The tokens, and the parts between them, joined by Terraform. A part stands in base64: cdktf's functions escape neither
 * backslashes nor templates.
 */
export const expression = (content: string): string =>
  Fn.join(
    "",
    splitTokens(content).map(({ text, isToken }) =>
      isToken ? text : Fn.base64decode(Buffer.from(text).toString("base64")),
    ),
  );
