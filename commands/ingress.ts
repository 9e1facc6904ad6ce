import { join } from "node:path";
import type { ingressActions } from "./actions";
import { checkout } from "./checkout";
import type { Ingress, IngressFinding } from "./setup/ingress";
import { changeFindings, readFindings } from "./setup/lab-file";
import { isStackDeployed } from "./state-file";
import { say } from "./terminal";

const nothing: IngressFinding = { ingress: undefined, ingressBy: undefined, ingressReason: undefined };

/** Shows how ports of a swarm are published, by Docker's mesh or by HAProxy, or chooses it. @param file lab.json */
export function ingress(action: (typeof ingressActions)[number], file = join(checkout, "lab.json")): void {
  if (action !== "show") changeFindings(file, action === "detect" ? nothing : chosen(action));
  const now = shown(readFindings(file));
  if (action === "show") console.log(now);
  else say(`${now}${isStackDeployed() ? "; `./lab deploy stage4` carries it out" : ""}`);
}

const chosen = (ingress: Ingress): IngressFinding => ({
  ingress,
  ingressBy: "chosen",
  ingressReason: `\`./lab ingress ${ingress}\``,
});

const shown = ({ ingress, ingressBy, ingressReason }: IngressFinding): string =>
  ingress === undefined
    ? "ingress is not decided: `./lab deploy` looks at the kernel"
    : `ingress: ${ingress} (${[ingressBy ?? "detected", ingressReason].filter(Boolean).join(", ")})`;
