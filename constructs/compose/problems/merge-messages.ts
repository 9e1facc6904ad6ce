import { didYouMean, type Meant, oneOf, quote, type Text } from "./text";

/** What can be wrong with how files and services build on each other. */
export const mergeErrors = {
  "extends-undefined": (p: { service: string; file: string; known: Iterable<string>; meant?: Meant }): Text => ({
    what: `service ${quote(p.service)} to extend is not in ${p.file}`,
    allowed: oneOf(p.known),
    remedy: didYouMean(p.meant?.()) ?? "correct the name, or name the file that has it as `extends.file`",
  }),
  "extends-cycle": ({ chain }: { chain: readonly string[] }): Text => ({
    what: `services extend each other in a circle: ${chain.join(" → ")}`,
    remedy: "take `extends` out of one of them",
  }),
  "include-cycle": ({ chain }: { chain: readonly string[] }): Text => ({
    what: `files include each other in a circle: ${chain.join(" → ")}`,
    remedy: "take one of the entries out of `include`",
  }),
  "include-conflict": ({ section, name }: { section: string; name: string }): Text => ({
    what: `\`${section}.${name}\` is declared here and, otherwise, by a file before it in the chain of \`include\``,
    remedy: "rename one of the two, or change it in a second file of the same `include` entry",
  }),
} as const;
