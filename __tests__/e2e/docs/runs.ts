import type { Stage } from "../../../commands/stages";
import type { ReaderPage } from "../../documentation/fences";

interface Typed {
  readonly once: RegExp;
  readonly text: string;
  /** What it shows at its end, of a command whose exit code says nothing. @default - it ends with 0 */
  readonly shows?: RegExp;
}

/** How the commands of a page are run. */
interface PageRun {
  readonly page: ReaderPage;
  /** Stages that stand when the reader comes to it. */
  readonly given: readonly Stage[];
  /** Commands that are not run here, and why. */
  readonly besides?: Readonly<Record<string, string>>;
  /** What is typed at commands that wait for it, once they have shown something that fits. */
  readonly typed?: Readonly<Record<string, Typed>>;
}

/** Ctrl-P Ctrl-Q, which some of Docker's clients end with 1. */
const detaches = { once: /^/, text: "\x10\x11", shows: /read escape sequence\s*$/ };
const leaves = { once: /[#$] $/, text: "exit\r" };

const servesOn = "serves until it is ended: __tests__/e2e/commands/page has it";

/** The pages that have commands, in the order in which they are run: what one leaves, the next is given. */
export const runs: readonly PageRun[] = [
  {
    page: "README",
    given: ["stage4"],
    besides: {
      "npm init -y && npm install docker-stages cdktf@0.21 constructs@10.4 @cdktf/provider-docker@12 tsx":
        "installs from npm, where no release is yet: `./lab test consumers` installs the packed package",
      "npx tsx main.ts && cd cdktf.out/stacks/hello && terraform init && terraform apply":
        "in the project of the line above: `./lab test consumers` has the same",
      "./lab test": "runs this",
      "./lab page": servesOn,
      "npx --package ./docker-stages-*.tgz docker-stages provider mirror ~/terraform-mirror":
        "installs the packed package: `./lab test consumers hcl` runs it",
    },
  },
  {
    page: "docs/stage1",
    given: [],
    typed: { "docker container attach stage1-alpine-interactive": detaches },
  },
  { page: "docs/stage2", given: [] },
  { page: "docs/stage3", given: [], typed: { "docker exec -it stage3-node1 sh": leaves } },
  { page: "docs/stage4", given: ["stage3"] },
  { page: "docs/page", given: ["stage1"], besides: { "./lab page": servesOn } },
];
