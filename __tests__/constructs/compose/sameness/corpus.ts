import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

const folder = join(__dirname, "fixtures");

const own = readdirSync(folder).flatMap((file) => (file.endsWith(".yml") ? [join(folder, file)] : []));
const votingApp = join(__dirname, "../../../../images/voting-app/docker-stack.yml");

/** Stack files, and what the Docker client asked of an engine to deploy each. */
export const corpus = [...own, votingApp].map((file) => {
  const name = basename(file, ".yml");
  return { name, file, recording: join(folder, `${name}.json`) };
});
