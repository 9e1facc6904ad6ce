import { readFileSync } from "node:fs";
import { join } from "node:path";
import { communityFile } from "../../../provider/bindings/community";

const rows = (file: string): string[][] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

/** Every key path of the Compose Specification; `*` stands for names of the user's. */
export const specified: readonly string[] = rows(join(__dirname, "fixtures/compose-keys.tsv")).map(([path]) =>
  path!.replaceAll("[]", ""),
);

/** Attributes of the community provider's resources, `TYPE.PATH`. */
export const attributes: ReadonlySet<string> = new Set(
  rows(communityFile).flatMap(([kind, type, path]) => (kind === "resource" ? [type!, `${type}.${path}`] : [])),
);
