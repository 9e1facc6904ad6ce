import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** A Compose file written for these tests. Its folder has what it names; nothing else does. */
export interface ComposeDocument {
  /** `TOPIC/NAME` */
  readonly name: string;
  readonly path: string;
}

/** The variables that whoever reads a document has. `.env` files and the environment add none. */
export const variables: Readonly<Record<string, string>> = {
  TAG: "1.2",
  EMPTY: "",
  TWO: "2",
  YES: "true",
  NO: "false",
  PORT: "8580",
};

/** Below which paths are this machine's own. */
export const folderOfDocuments = join(__dirname, "fixtures");

const written = readdirSync(folderOfDocuments, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((topic) =>
    readdirSync(join(folderOfDocuments, topic.name))
      .filter((file) => file.endsWith(".yml"))
      .map((file) => ({
        name: `${topic.name}/${basename(file, ".yml")}`,
        path: join(folderOfDocuments, topic.name, file),
      })),
  );

/** The lab's own file, as it is deployed. */
const votingApp = {
  name: "stacks/voting-app",
  path: join(__dirname, "../../../../images/voting-app/docker-stack.yml"),
};

export const documents: readonly ComposeDocument[] = [...written, votingApp].sort((a, b) => (a.name < b.name ? -1 : 1));

/** Under which a document is deployed: all of them stand beside each other. */
export const stackName = ({ name }: ComposeDocument): string => name.replace("/", "-");
