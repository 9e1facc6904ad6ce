import { tryCompile } from "../../../constructs/compose/compile";
import { type ComposeDocument, documents, stackName, variables } from "../../constructs/compose/corpus/documents";
import type { Recorded, Recording } from "../../constructs/compose/corpus/recording";
import { specs } from "../../constructs/compose/differences";
import { differences, type Stack } from "./normal";

/** Documents that the Docker client deployed and this compiler takes. */
export const comparable = ({ stacks }: Recording): readonly ComposeDocument[] =>
  documents.filter((document) => {
    const { name, path } = document;
    return (
      typeof stacks[name] === "object" && "stack" in tryCompile({ files: [path], name: stackName(document), variables })
    );
  });

/** Where a stack is not as the Docker client made it, by the paths of what differs. */
export const differencesOf = (theirs: Recorded | undefined, ours: Stack | undefined): readonly string[] =>
  differences(theirs as Stack, ours);

/** Without those that are on purpose. */
export const unexpected = (found: readonly string[]): readonly string[] =>
  found.filter((each) => !specs.some(({ path }) => path.test(each)));
