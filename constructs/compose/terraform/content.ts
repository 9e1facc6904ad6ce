import { Fn, Token } from "cdktf";
import { splitTokens } from "./tokens";

/** What a secret or config holds, for Terraform: base64, computed by Terraform where the content has tokens. */
export function data(content: Buffer): string {
  const text = content.toString("utf8");
  return Token.isUnresolved(text) ? Fn.base64encode(expression(text)) : content.toString("base64");
}

/** The object's name. A content with tokens is known to Terraform alone, which then makes the hash that ends it. */
export function objectName(name: string, scoped: string, content: Buffer | undefined): string {
  const text = content?.toString("utf8");
  if (text === undefined || name === scoped || !name.startsWith(scoped) || !Token.isUnresolved(text)) return name;
  return `${scoped}-${Fn.substr(Fn.sha256(expression(text)), 0, 10)}`;
}

/**
 * The tokens, and the parts between them, joined by Terraform. A part stands in base64: cdktf's functions escape neither
 * backslashes nor templates.
 */
const expression = (content: string): string =>
  Fn.join(
    "",
    splitTokens(content).map(({ text, isToken }) =>
      isToken ? text : Fn.base64decode(Buffer.from(text).toString("base64")),
    ),
  );
