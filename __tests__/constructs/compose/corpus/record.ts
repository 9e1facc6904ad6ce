/**
 * Records what the references say of the corpus: whether the Docker client and Compose's own library take each document.
 * Needs the Docker client (no engine) and Go.
 *
 *     npx tsx __tests__/constructs/compose/corpus/record.ts
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { ask } from "../reference/ask";
import { documents, variables } from "./documents";
import { reason } from "./reason";
import { type Verdict, verdictsFile } from "./verdicts";

function stackConfig(file: string): Verdict {
  const { PATH } = process.env;
  const ran = spawnSync("docker", ["stack", "config", "-c", file], {
    encoding: "utf8",
    env: { PATH, HOME: "/home/somebody", ...variables },
  });
  if (ran.error) throw ran.error;
  return ran.status === 0 ? true : reason(ran.stderr);
}

const client = spawnSync("docker", ["--version"], { encoding: "utf8" }).stdout.trim();
const loaded = ask({ files: documents.map(({ path }) => path), caller: variables }).files;
const rows = documents.map(({ name, path }, i) => {
  const { refuses } = loaded[i]!;
  const said = { config: stackConfig(path), compose: refuses === undefined ? true : reason(refuses) };
  return `  ${JSON.stringify(name)}: ${JSON.stringify(said)}`;
});
writeFileSync(verdictsFile, `{\n "client": ${JSON.stringify(client)},\n "verdicts": {\n${rows.join(",\n")}\n }\n}\n`);
