import { join } from "node:path";
import { own } from "../foreign/own";
import type { ingressActions } from "./actions";
import { checkout } from "./checkout";
import type { Ingress, IngressFinding } from "./setup/ingress";
import { changeFindings, readFindings } from "./setup/lab-file";
import { isStackDeployed } from "./state-file";
import { print, say } from "./terminal";
import { reasons, ingress as words } from "./words/setup";

const nothing: IngressFinding = { ingress: undefined, ingressBy: undefined, ingressReason: undefined };

/** Shows how ports of a swarm are published, by Docker's mesh or by HAProxy, or chooses it. @param file lab.json */
export function ingress(action: (typeof ingressActions)[number], file = join(checkout, "lab.json")): void {
  if (action !== "show") changeFindings(file, action === "detect" ? nothing : chosen(action));
  const now = shown(readFindings(file));
  if (action === "show") print(now);
  else say(`${now}${isStackDeployed() ? words.carriedOut() : ""}`);
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
