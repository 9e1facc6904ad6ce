import { join } from "node:path";
import { own } from "../foreign/own";
import type { ingressActions } from "./actions";
import { checkout } from "./checkout";
import { whileAlone } from "./lock";
import type { Ingress, IngressFinding } from "./setup/ingress";
import { changeFindings, readFindings } from "./setup/lab-file";
import { isStackDeployed } from "./state-file";
import { print, say } from "./terminal";
import { OUTPUT_FOLDER } from "./terraform/stage-folder";
import { reasons, ingress as words } from "./words/setup";

const nothing: IngressFinding = { ingress: undefined, ingressBy: undefined, ingressReason: undefined };

/**
 * Shows how ports of a swarm are published, by Docker's mesh or by HAProxy, or chooses it.
 *
 * @param folder with lab.json and the stages' states
 * @throws LabProblem `lab-locked` where it is to be chosen
 */
export async function ingress(action: (typeof ingressActions)[number], folder = checkout): Promise<void> {
  const file = join(folder, "lab.json");
  const now = () => shown(readFindings(file));
  if (action === "show") return print(now());
  await whileAlone(
    `./lab ingress ${action}`,
    async () => changeFindings(file, action === "detect" ? nothing : chosen(action)),
    join(folder, OUTPUT_FOLDER),
  );
  say(`${now()}${isStackDeployed(folder) ? words.carriedOut() : ""}`);
}

const chosen = (ingress: Ingress): IngressFinding => ({
  ingress,
  ingressBy: "chosen",
  ingressReason: `\`./lab ingress ${ingress}\``,
});

const shown = ({ ingress, ingressBy, ingressReason }: IngressFinding): string =>
  ingress === undefined
    ? words.undecided()
    : words.decided(
        ingress,
        [words[ingressBy ?? "detected"](), ...(ingressReason ? [reasonOf(ingressReason)] : [])].join(", "),
      );

/** A reason that lab.json keeps, in the reader's language. */
export const reasonOf = (kept: string): string => own(reasons, kept)?.() ?? kept;
