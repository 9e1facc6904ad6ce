import { didYouMean, type Meant, oneOf, quote, type Text } from "./text";

/** What can be wrong with a file before anything is known of Compose. */
export const readErrors = {
  "yaml-syntax": ({ reason }: { reason: string }): Text => ({ what: `not YAML: ${reason}` }),
  "yaml-tab": (_: object): Text => ({
    what: "a tab is used for indentation",
    allowed: "spaces",
    remedy: "replace the tab by spaces",
  }),
  "too-deep": ({ limit }: { limit: number }): Text => ({
    what: "values are nested too deep",
    allowed: `${limit} levels`,
    remedy: "take levels out",
  }),
  "file-missing": ({ path, role }: { path: string; role: string }): Text => ({
    what: `${role} ${quote(path)} is not there, or cannot be read`,
    remedy: "correct the path, which is relative to the folder of the file that names it",
  }),
  "file-too-large": ({ bytes, limit }: { bytes: number; limit: number }): Text => ({
    what: `the file has ${bytes} bytes`,
    allowed: `${limit} bytes`,
    remedy: "split it, and name the parts under `include`",
  }),
  "not-utf8": (_: object): Text => ({
    what: "the file is not UTF-8 text",
    remedy: "save it as UTF-8, or correct the path",
  }),
  "empty-file": (_: object): Text => ({
    what: "the file has no content",
    allowed: "a mapping with keys such as `services`",
    remedy: "write `services:` and a service under it",
  }),
  "not-a-mapping": ({ found }: { found: string }): Text => ({
    what: `the file holds ${found}`,
    allowed: "a mapping with keys such as `services`",
    remedy: "write `services:` and a service under it",
  }),
  "duplicate-key": ({ key, line }: { key: string; line: number }): Text => ({
    what: `${quote(key)} stands twice in one mapping, first in line ${line}`,
    remedy: "remove one of the two, or join their values",
  }),
  "key-not-scalar": ({ found }: { found: string }): Text => ({
    what: `${found} is used as a key`,
    allowed: "a name",
    remedy: "write a name before the colon",
  }),
  "unknown-anchor": ({ name, known, meant }: { name: string; known: Iterable<string>; meant?: Meant }): Text => ({
    what: `no anchor \`&${name}\` stands before this alias`,
    allowed: oneOf(known),
    remedy: didYouMean(meant?.()) ?? `put \`&${name}\` before the value that is meant`,
  }),
  "alias-cycle": ({ name }: { name: string }): Text => ({
    what: `alias \`*${name}\` stands inside the value that it names`,
    remedy: "take the alias out of its own anchor",
  }),
  "alias-expansion": ({ limit }: { limit: number }): Text => ({
    what: "the aliases of the file stand for too many values",
    allowed: `${limit} values in all`,
    remedy: "anchor smaller values, or write them out",
  }),
  "unknown-tag": ({ tag, known, meant }: { tag: string; known: Iterable<string>; meant?: Meant }): Text => ({
    what: `unknown tag ${quote(tag)}`,
    allowed: oneOf(known),
    remedy: didYouMean(meant?.()) ?? "remove the tag",
  }),
  "tag-mismatch": ({ tag, value }: { tag: string; value: string }): Text => ({
    what: `${quote(value)} is not what its tag \`${tag}\` says`,
    remedy: "correct the value, or remove the tag",
  }),
  "bad-merge-key": ({ found }: { found: string }): Text => ({
    what: `\`<<\` is given ${found}`,
    allowed: "an alias of a mapping, or a list of such aliases",
    remedy: "write `<<: *name`",
  }),
} as const;
