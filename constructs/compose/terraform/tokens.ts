/** A text's parts, in order: cdktf's tokens, which stand for values that Terraform knows later, and what is between. */
export const splitTokens = (text: string): { readonly text: string; readonly isToken: boolean }[] =>
  text
    .split(/(\$\{TfToken\[[^\]]*\]\})/)
    .map((part, i) => ({ text: part, isToken: i % 2 === 1 }))
    .filter((part) => part.text !== "");
