import { readFileSync } from "node:fs";
import { join } from "node:path";

const rows = (file: string): string[][] =>
  readFileSync(join(__dirname, file), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

/** Every key path of the Compose Specification; `*` stands for names of the user's. */
export const specified: readonly string[] = rows("fixtures/compose-keys.tsv").map(([path]) =>
  path!.replaceAll("[]", ""),
);

/** Attributes of the community provider's resources, `TYPE.PATH`. */
export const attributes: ReadonlySet<string> = new Set(
  rows("../../provider/fixtures/docker-provider-3.6.2.tsv").flatMap(([kind, type, path]) =>
    kind === "resource" ? [type!, `${type}.${path}`] : [],
  ),
);
