import { readFileSync } from "node:fs";
import { join } from "node:path";
import { communityFile } from "../../../provider/bindings/community";

const rows = (file: string): string[][] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

/** Path, forms and "required" of every key of the Compose Specification, as `reference/record-schema.ts` wrote them. */
export const specifiedKeys = rows(join(__dirname, "reference/fixtures/compose-keys.tsv"));

/** Every key path of the Compose Specification; `*` stands for names of the user's. */
export const specified: readonly string[] = specifiedKeys.map(([path]) => path!);

/** Attributes of the community provider's resources, `TYPE.PATH`. */
export const attributes: ReadonlySet<string> = new Set(
  rows(communityFile).flatMap(([kind, type, path]) => (kind === "resource" ? [type!, `${type}.${path}`] : [])),
);
