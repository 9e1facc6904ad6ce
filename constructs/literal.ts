/** Text in which Terraform takes nothing for its own: `${` and `%{` stand for themselves. */
export const literal = (text: string): string => text.replaceAll(/[$%](?=\{)/g, "$&$&");
