import { readFileSync } from "node:fs";
import { join } from "node:path";

const rows = (name: string): string[][] =>
  readFileSync(join(__dirname, "fixtures", name), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

/** Every key path of the Compose Specification; `*` stands for names of the user's. */
export const specified: readonly string[] = rows("compose-keys.tsv").map(([path]) => path!.replaceAll("[]", ""));

/** Attributes of the community provider's resources, `TYPE.PATH`. */
export const attributes: ReadonlySet<string> = new Set(
  rows("docker-provider-3.6.2.tsv").flatMap(([kind, type, path]) =>
    kind === "resource" ? [type!, `${type}.${path}`] : [],
  ),
);
